/** A long article: lines are drawn where they can be seen, so that a page that moves pays for no others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article, plain } from './harness/articles.ts';
import { eventually, marksOn, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const COUNT = 300;
const sayings = Array.from(
  { length: COUNT },
  (_, at) => `The miller, Ann Roe, said that bridge ${at} had shaken for a week. ${plain[0]}`,
);

/** Which of the sayings wear a line. */
const marked = async (page: Page) => (await marksOn(page)).map(({ words }) => Number(/bridge (\d+)/.exec(words)?.[1]));
const wait = (page: Page, otherwise: string, isSo: (marked: number[]) => boolean) =>
  eventually(otherwise, async () => {
    const now = await marked(page);
    return isSo(now) ? now : null;
  });

inBothBrowsers((session) => {
  test('lines far from the window are drawn when it comes near, and taken away behind it', async () => {
    const page = await session.visit('http://long.example/', article(...sayings));
    await waitForMarks(page);
    const first = await wait(page, 'the first screen has no lines', (now) => now[0] === 0);
    assert.ok(first.length < COUNT / 2, `${first.length} of ${COUNT} lines are drawn`);
    await run(page, () => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    const last = await wait(page, 'the last screen has no lines', (now) => now.includes(COUNT - 1));
    assert.ok(!last.includes(0) && last.length < COUNT / 2, `${last.length} of ${COUNT} lines are drawn`);
  });

  test('a page that scrolls in a box of its own has its lines too', async () => {
    const page = await session.visit(
      'http://long.example/box',
      article(...sayings).replace('<article>', '<article style="height: 500px; overflow: auto">'),
    );
    await wait(page, 'the first screen has no lines', (now) => now[0] === 0);
    await run(page, () => document.querySelector('article')!.scrollTo({ top: 1e6, behavior: 'instant' }));
    await wait(page, 'the last screen has no lines', (now) => now.includes(COUNT - 1) && !now.includes(0));
  });

  test('paragraphs without a box of their own keep their lines', async () => {
    const page = await session.visit(
      'http://long.example/bare',
      article(...sayings).replace(
        '</head>',
        '<style>p { display: contents } p::after { content: "\\a\\a"; white-space: pre }</style></head>',
      ),
    );
    await wait(page, 'lines are missing', (now) => now.length === COUNT);
  });

  test('a page that is printed has all its lines', async () => {
    const page = await session.visit('http://long.example/print', article(...sayings));
    await wait(page, 'the first screen has no lines', (now) => now[0] === 0);
    await run(page, () => void dispatchEvent(new Event('beforeprint')));
    assert.deepEqual(
      await marked(page),
      sayings.map((_, at) => at),
    );
    await run(page, () => void dispatchEvent(new Event('afterprint')));
    assert.ok((await marked(page)).length < COUNT / 2);
  });
});
