/** In a browser whose own language is written from right to left, the extension's words stay in order: direction is theirs. */
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { article } from './harness/articles.ts';
import { launch, type BrowserName } from './harness/browser.ts';
import { waitForCard } from './harness/card.ts';
import { pointAt, waitForMarks } from './harness/page.ts';
import { waitForPopup } from './harness/popup.ts';
import { forget } from './harness/profile.ts';
import { startWeb } from './harness/web.ts';

const html = article(
  'The Tessaly Courier reported on Monday that the oak had come by boat, citing a ferryman.',
  'The miller, Ann Roe, said that the bridge had shaken for a week.',
);

/** Runs in a page: the words of an element, word by word from left to right as they are seen, line by line. */
function asSeen(root: ParentNode, selector: string): string {
  const texts = document.createTreeWalker(root.querySelector(selector)!, NodeFilter.SHOW_TEXT);
  const words: { word: string; x: number; y: number }[] = [];
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const { left, top, height } = range.getBoundingClientRect();
      words.push({ word, x: left, y: Math.round((top + height / 2) / 8) });
    }
  }
  return words
    .sort((one, other) => one.y - other.y || one.x - other.x)
    .map(({ word }) => word)
    .join(' ');
}

for (const name of (process.env['BROWSERS'] ?? 'chromium,firefox').split(',') as BrowserName[]) {
  test(`the card and the popup read from left to right: ${name}`, { timeout: 120_000 }, async (context) => {
    const profile = mkdtempSync(join(tmpdir(), `hearsay-right-to-left-${name}-`));
    const web = await startWeb();
    const browser = await launch(name, { headless: true, proxy: web.address, profile, rightToLeft: true });
    try {
      const options = await browser.ownPage('options.html');
      const runs = await options.run(() => chrome.i18n.getMessage('@@bidi_dir'));
      await options.close();
      if (runs !== 'rtl')
        return context.skip('This browser came without a language that is written from right to left.');
      const page = await browser.open(web.publish('http://lantern.example/', html));
      await waitForMarks(page);
      await pointAt(page, 'the oak had come by boat');
      await waitForCard(browser, page);
      assert.equal(await browser.inCard(page, asSeen, 'h2'), 'Tessaly Courier, from an unnamed ferryman.');
      assert.equal(await browser.inCard(page, asSeen, '.steps'), '‹ 1 of 2 ›');
      const popup = await browser.popup();
      await waitForPopup(popup, '2 claims');
      assert.equal(await popup.run(() => getComputedStyle(document.querySelector('main')!).direction), 'ltr');
      await popup.close();
    } finally {
      await browser.close();
      web.close();
      forget(profile);
    }
  });
}
