/**
 * Pages in the shapes in which articles are published (tests/pages/shapes): what is marked on each is what its article
 * attributes, and nothing that stands around the article. What to expect is said in `expected.tsv` beside them.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Span } from 'hearsay';
import type { Page } from 'puppeteer-core';
import type { ExportedArticle } from '../../extension/src/messages.ts';
import type { ExtensionPage } from './harness/browser.ts';
import { marksOn } from './harness/page.ts';
import { articleRead } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const FOLDER = new URL('../pages/shapes/', import.meta.url);
const SHAPES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));
const [, ...ROWS] = readFileSync(new URL('expected.tsv', FOLDER), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

const htmlOf = (shape: string) => readFileSync(new URL(`${shape}.html`, FOLDER), 'utf8');
const expected = (shape: string, what: string) =>
  ROWS.filter((row) => row[0] === shape && row[1] === what).map((row) => row[2]!);
const isLeftAlone = (shape: string) => expected(shape, 'left alone').length > 0;
const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();
/** A claim that runs through components is marked piece by piece. */
const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');

/** The parts of a page that can make claims. */
const RUNNING = new Set(['headline', 'subheading', 'paragraph', 'quote', 'list-item']);

test('every page has its rows, and every row its page', () => {
  assert.ok(SHAPES.length >= 25);
  assert.deepEqual([...new Set(ROWS.map(([shape]) => shape))].sort(), SHAPES.toSorted());
  for (const shape of SHAPES) {
    const html = oneLine(htmlOf(shape));
    for (const words of expected(shape, 'never')) assert.ok(html.includes(words), `${shape} does not say “${words}”`);
  }
});

inBothBrowsers((session) => {
  let popup: ExtensionPage;
  const visit = async (shape: string): Promise<{ page: Page; article: ExportedArticle | null }> => {
    popup ??= await session.browser.ownPage('popup.html');
    const page = await session.visit(`http://${shape}.example/story`, htmlOf(shape));
    return { page, article: await articleRead(popup) };
  };
  const read = async (shape: string): Promise<{ article: ExportedArticle; marked: string }> => {
    const { page, article } = await visit(shape);
    assert.ok(article !== null, 'the page is read as an article');
    const marked = (await marksOn(page)).map(({ words }) => oneLine(words)).join(' … ');
    await page.close();
    return { article, marked };
  };

  for (const shape of SHAPES.filter(isLeftAlone)) {
    test(`${shape}: left alone`, async () => {
      const { page, article } = await visit(shape);
      assert.equal(article, null);
      await page.close();
    });
  }

  for (const shape of SHAPES.filter((shape) => !isLeftAlone(shape))) {
    test(shape, async () => {
      const { article, marked } = await read(shape);
      const { host, blocks } = article.page.document;
      const wordsAt = ({ block, start, end }: Span) => oneLine(blocks[block]!.text.slice(start, end));
      const claims = article.report.claims.map(({ content }) => content.map(wordsAt).join(' … '));
      assert.deepEqual(claims, expected(shape, 'claim'));
      // Words of a claim within another are marked once.
      const outermost = claims.filter(
        (words, at) => !claims.some((other, before) => before !== at && other.includes(words)),
      );
      assert.equal(letters(marked), letters(outermost.join()), 'each claim is marked where it stands');
      assert.deepEqual(host?.names, expected(shape, 'publisher'));
      const running = blocks.filter(({ region }) => RUNNING.has(region!)).map(({ text }) => oneLine(text));
      for (const words of expected(shape, 'never'))
        assert.ok(!running.some((text) => text.includes(words)), `“${words}” is no part of the article`);
    });
  }
});
