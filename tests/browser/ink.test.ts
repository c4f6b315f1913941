/**
 * Ink by what it tells: a plain claim has a hairline, and full ink is for what came through several hands or has no name.
 * What that comes to on the shapes of pages and the sample articles is printed.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { standsOut } from '../../extension/src/claims/depth.ts';
import type { PageState } from '../../extension/src/messages.ts';
import { article, page as pageOf, river } from './harness/articles.ts';
import { cardOn, pressOnCard, waitForCard } from './harness/card.ts';
import { eventually, marksOn, pointAt, pointAway, run, waitForMarks, type Mark } from './harness/page.ts';
import { pageState } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const SHAPES = new URL('../pages/shapes/', import.meta.url);
const SAMPLES = new URL('../../www/samples/', import.meta.url);
const text = (folder: URL, file: string) => readFileSync(new URL(file, folder), 'utf8');
const leftAlone = new Set(
  text(SHAPES, 'expected.tsv')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, what]) => what === 'left alone')
    .map(([shape]) => shape),
);
const ARTICLES: [name: string, html: string][] = [
  ...readdirSync(SHAPES)
    .filter((file) => file.endsWith('.html') && !leftAlone.has(file.replace('.html', '')))
    .map((file): [string, string] => [file.replace('.html', ''), text(SHAPES, file)]),
  ['river', river],
  ['night-train', text(SAMPLES, 'night-train.html')],
  ...['bell', 'orchard', 'whistle'].map((name): [string, string] => [
    name,
    pageOf(
      text(SAMPLES, `${name}.txt`)
        .split(/\n\n+/)
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join('\n'),
    ),
  ]),
];

/** Whether a line is in full ink: more than one hand, or dots. */
const isFull = ({ line, anonymous }: Mark) => anonymous || line !== 'hearsay-1';
const wordsIn = (marks: readonly Mark[]) =>
  marks.reduce((sum, { words }) => sum + (words.match(/\S+/g)?.length ?? 0), 0);
const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');

const SITE = 'http://ink.example/';
const THIN = article(
  'Mayor Anna Fox said that the bridge would open again on Monday. “The oak is sound,” she said.',
  'An insider said that the oak was green. The Northern Courier reported, citing Peter Hall, that the mill would close.',
);

inBothBrowsers((session) => {
  test('the words under full ink are a quarter of those under any line, or fewer, and no deep or withheld claim is without', async () => {
    const popup = await session.browser.ownPage('popup.html');
    const all = { marked: 0, full: 0 };
    const missing: string[] = [];
    for (const [name, html] of ARTICLES) {
      const page = await session.visit(`http://${name}.example/story`, html);
      const marks = await waitForMarks(page).catch((): Mark[] => []);
      if (marks.length > 0) {
        const state = (await pageState(popup)) as Extract<PageState, { status: 'article' }>;
        const full = letters(
          marks
            .filter(isFull)
            .map(({ words }) => words)
            .join(''),
        );
        const standing = state.claims.filter(({ hands }) => standsOut(hands));
        missing.push(
          ...standing
            .filter(
              ({ words }) =>
                !words
                  .split(' … ')
                  .every(
                    (piece) =>
                      full.includes(letters(piece).slice(0, 40)) ||
                      standing.some(
                        (inner) =>
                          inner.words !== words && letters(piece).includes(letters(inner.words.split(' … ')[0]!)),
                      ),
                  ),
            )
            .map(({ words }) => `${name}: ${words}`),
        );
      }
      all.marked += wordsIn(marks);
      all.full += wordsIn(marks.filter(isFull));
      await page.close();
    }
    console.log(
      `${ARTICLES.length} articles: ${all.full} of ${all.marked} marked words under full ink, ${((100 * all.full) / all.marked).toFixed(1)} %; before, all of them were`,
    );
    assert.deepEqual(missing, []);
    assert.ok(all.full * 4 <= all.marked, `${all.full} of ${all.marked}`);
  });

  test('a plain claim has a hairline, and an office that spoke has no dots', async () => {
    const page = await session.visit(
      SITE,
      article(
        'Police said that the bridge would stay shut. Prosecutors said that two boards were stolen. Officials said that the mill was sound.',
        'Mayor Anna Fox said that the oak was good. The Northern Courier reported, citing Peter Hall, that the mill would close.',
      ),
    );
    const marks = await waitForMarks(page);
    assert.deepEqual(
      marks.map(({ line, anonymous }) => `${line}${anonymous ? ', dots' : ''}`),
      ['hearsay-1', 'hearsay-1', 'hearsay-1, dots', 'hearsay-1', 'hearsay-2'],
    );
    const colour = (name: string) =>
      run(
        page,
        (name) => getComputedStyle(document.querySelector('p')!, `::highlight(${name})`).textDecorationColor,
        name,
      );
    assert.match(await colour('hearsay-1'), /, 0\.3/, 'much of the ground comes through a hairline');
    for (const name of ['hearsay-2', 'hearsay-3', 'hearsay-anonymous'])
      assert.match(await colour(name), /^rgb\(/, name);
  });

  test('the switch on the card and the one in the popup leave lines under what stands out, and bring the others back', async () => {
    const page = await session.visit(SITE, THIN);
    const before = await waitForMarks(page);
    assert.equal(before.length, 4);
    await pointAt(page, 'oak was green');
    await waitForCard(session.browser, page);
    await pressOnCard(session.browser, page, 'More');
    await pressOnCard(session.browser, page, 'What stands out');
    const left = async (page: Page, number: number) =>
      eventually(`there are not ${number} lines`, async () =>
        (await marksOn(page)).length === number ? marksOn(page) : null,
      );
    assert.deepEqual(
      (await left(page, 2)).map(({ words }) => words),
      ['the oak was green', 'the mill would close'],
    );
    assert.ok(await cardOn(session.browser, page), 'the card stays');
    assert.deepEqual(
      await session.browser.inCard(page, (root) =>
        [...root.querySelectorAll('.marked button')].map((button) => button.getAttribute('aria-pressed')),
      ),
      ['false', 'true'],
    );
    await page.keyboard.press('Escape');
    await pointAway(page);
    await pointAt(page, 'bridge would open');
    await new Promise((later) => setTimeout(later, 800));
    assert.equal(await cardOn(session.browser, page), null, 'what has no line has no card under the pointer');

    const popup = await session.browser.popup();
    await eventually('the popup stays empty', async () =>
      (await popup.run(() => document.querySelector('.lines') !== null)) ? true : null,
    );
    const state = () =>
      popup.run(() =>
        [...document.querySelectorAll('.lines button')].map(
          (button) => `${button.textContent} ${button.getAttribute('aria-pressed')}`,
        ),
      );
    assert.deepEqual(await state(), ['All claims false', 'What stands out true']);
    assert.match(await popup.run(() => document.querySelector('h2')!.textContent!), /^4 claims/, 'all are counted');
    await popup.run(() => document.querySelector<HTMLElement>('.lines button')!.click());
    await left(page, 4);
    await eventually('the popup does not follow', async () => ((await state())[0] === 'All claims true' ? true : null));
    await popup.close();
  });
});
