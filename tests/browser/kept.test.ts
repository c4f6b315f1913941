/** A choice is kept although the page that it was made on closes at once, as a popup does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river } from './harness/articles.ts';
import type { ExtensionPage } from './harness/browser.ts';
import { eventually } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const ROUNDS = 8;

inBothBrowsers((session) => {
  /** Presses something as soon as it is there, and closes the page in the same breath. */
  const pressAndClose = async (page: ExtensionPage, selector: string) => {
    await eventually(`${selector} is not there`, () =>
      page.run((selector) => document.querySelector(selector) !== null || null, selector),
    );
    await page
      .run((selector) => {
        document.querySelector<HTMLElement>(selector)!.click();
        window.close();
      }, selector)
      .catch(() => {});
    await page.close().catch(() => {});
  };
  const stored = async (area: 'sync' | 'local', key: string) => {
    const page = await session.browser.ownPage('whats-new.html');
    const found = await page.run(async (area, key) => (await chrome.storage[area].get(key))[key] ?? null, area, key);
    await page.close();
    return found;
  };

  test('in the options, what follows the reader and what stays on this computer', async () => {
    const lost: string[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const on = round % 2 === 1;
      for (const [area, id] of [
        ['sync', 'frames'],
        ['local', 'paused'],
      ] as const) {
        await pressAndClose(await session.browser.ownPage('options.html'), `#${id}`);
        await new Promise((later) => setTimeout(later, 200));
        if (((await stored(area, id)) ?? false) !== on) {
          lost.push(`${id} ${round}`);
          await session.browser.ownPage('options.html').then(async (page) => {
            await page.run(
              async (area, id, on) => (on ? chrome.storage[area].set({ [id]: true }) : chrome.storage[area].remove(id)),
              area,
              id,
              on,
            );
            await page.close();
          });
        }
      }
    }
    assert.deepEqual(lost, []);
  });

  test('in the popup', async () => {
    const page = await session.visit('http://kept.example/', river);
    const lost: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      await page.bringToFront();
      const before = await stored('sync', 'site:kept.example');
      await pressAndClose(await session.browser.popup(), '[role=switch]:enabled');
      await new Promise((later) => setTimeout(later, 200));
      if ((await stored('sync', 'site:kept.example')) === before) lost.push(round);
    }
    assert.deepEqual(lost, []);
  });
});
