/** The card is as dark as what is behind the words it stands by, however a page came to be dark. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { pointAt, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const CLAIM = 'the bridge had shaken for a week';
const PARAGRAPHS = article(`The miller, Ann Roe, said that ${CLAIM}.`);

/** What a page says of its colours in its head. */
const PAGES: [head: string, ground: 'dark' | 'light'][] = [
  ['', 'light'],
  ['<meta name="color-scheme" content="light dark">', 'light'],
  ['<style>body { background: #111; color: #eee }</style>', 'dark'],
  ['<style>:root { color-scheme: dark }</style>', 'dark'],
  ['<meta name="color-scheme" content="dark">', 'dark'],
  ['<meta name="color-scheme" content="dark light">', 'light'],
  ['<style>:root { color-scheme: only dark; color: #ccc }</style>', 'dark'],
  ['<meta name="color-scheme" content="dark"><style>body { background: #fff; color: #222 }</style>', 'light'],
  ['<meta name="color-scheme" content="dark"><style>article { background: #eee; color: #222 }</style>', 'light'],
];

inBothBrowsers((session) => {
  test('the card is as dark as what is behind its words', async () => {
    for (const [head, ground] of PAGES) {
      const page = await session.visit('http://grounds.example/', PARAGRAPHS.replace('<title>', `${head}<title>`));
      await waitForMarks(page).catch((error: Error) => assert.fail(`${head}: ${error.message}`));
      await pointAt(page, CLAIM);
      await waitForCard(session.browser, page);
      assert.equal(
        await session.browser.inCard(page, (root) => root.querySelector<HTMLElement>('.card')!.dataset['ground']),
        ground,
        head,
      );
      await page.close();
    }
  });
});
