/** In the dark and on a phone axe-core finds as little as in the light on a desk: contrast, names, room for a finger. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn, violationsOnCard } from './harness/accessibility.ts';
import { article, page as pageOf, river, throughTwoHands } from './harness/articles.ts';
import type { ExtensionPage } from './harness/browser.ts';
import { pressOnCard, waitForCard } from './harness/card.ts';
import { dress, type Look } from './harness/look.ts';
import { eventually, pointAt, waitForMarks } from './harness/page.ts';
import { spotsOn } from './harness/panel.ts';
import { waitForPopup } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const LOOKS: Record<string, Look> = {
  'in the dark': { width: 1100, height: 800, scale: 1, scheme: 'dark' },
  'on a phone in the dark': { width: 390, height: 844, scale: 2, scheme: 'dark', touch: true },
  'on a phone': { width: 390, height: 844, scale: 2, scheme: 'light', touch: true },
};

inBothBrowsers((session) => {
  const found: string[] = [];
  const look = async (what: string, page: ExtensionPage) => {
    for (const [name, look] of Object.entries(LOOKS)) {
      await page.dress(look);
      found.push(...(await violationsOn(page)).map((violation) => `${what} ${name}: ${violation}`));
    }
  };

  test('our own pages', async (context) => {
    if (session.browser.name === 'firefox') return context.skip('Its driver gives no page another look.');
    found.length = 0;
    for (const file of ['options', 'welcome', 'whats-new', 'lessons']) {
      const page = await session.browser.ownPage(`${file}.html`);
      await eventually(
        'the page stays empty',
        async () => (await page.run(() => document.querySelector('h1') !== null)) || null,
      );
      if (file === 'lessons') {
        await page.run(() => document.querySelector<HTMLFormElement>('.questions')!.requestSubmit());
        await eventually(
          'there is no score',
          async () => (await page.run(() => document.querySelector('#compared') !== null)) || null,
        );
      }
      await look(file, page);
      await page.close();
    }
    assert.deepEqual(found, []);
  });

  test('the popup and the panel', async (context) => {
    if (session.browser.name === 'firefox') return context.skip('Its driver gives no page another look.');
    found.length = 0;
    for (const [html, words] of [
      [river, '2 hands'],
      [article(), 'No claims found'],
      [pageOf('<p>Short.</p>'), 'not an article'],
    ] as const) {
      const page = await session.visit('http://merrowpost.example/river', html);
      const popup = await session.browser.popup();
      await waitForPopup(popup, words);
      await look(`the popup, ${words},`, popup);
      await popup.close();
      const panel = await session.browser.ownPage('side-panel.html');
      await (html === river ? spotsOn(panel) : waitForPopup(panel, words));
      await look(`the panel, ${words},`, panel);
      await panel.close();
      await page.close();
    }
    assert.deepEqual(found, []);
  });

  test('the card', async (context) => {
    if (session.browser.name === 'firefox') return context.skip('Its driver gives no page another look.');
    found.length = 0;
    for (const [name, look] of Object.entries(LOOKS)) {
      const page = await session.visit('http://merrowpost.example/river', river);
      await dress(page, look);
      await waitForMarks(page);
      await pointAt(page, throughTwoHands.words);
      await waitForCard(session.browser, page);
      await pressOnCard(session.browser, page, 'More');
      found.push(...(await violationsOnCard(session.browser, page)).map((violation) => `${name}: ${violation}`));
      await page.close();
    }
    assert.deepEqual(found, []);
  });
});
