/** What is set in a private window holds in private windows, until the last one closes, and is stored nowhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article } from './harness/articles.ts';
import { eventually, marksOn, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const html = article('The miller, Ann Roe, said that the bridge had shaken for a week.');

inBothBrowsers((session) => {
  const openPrivately = (path: string): Promise<Page> =>
    session.browser.openPrivately(session.web.publish(`http://private.example/${path}`, html));
  const stored = async () => {
    const page = await session.browser.ownPage('whats-new.html');
    const found = await page.run(async () => [
      await chrome.storage.sync.get(null),
      await chrome.storage.local.get(null),
    ]);
    await page.close();
    return JSON.stringify(found);
  };
  /** Whether the page is still without marks after the time that reading takes. */
  const staysBare = async (page: Page) => {
    await new Promise((later) => setTimeout(later, 1500));
    assert.deepEqual(await marksOn(page), []);
  };

  test('a site that is turned off in a private window is off there alone, and on again once the window has closed', async () => {
    await session.browser.letIntoPrivate();
    const usual = await session.visit('http://private.example/usual', html);
    await waitForMarks(usual);
    const page = await openPrivately('first');
    await waitForMarks(page);

    // A driver opens Chromium's pages of an extension in windows that are not private.
    const popup =
      session.browser.name === 'chromium' ? await session.browser.pressButton(page) : await session.browser.popup();
    await turnSwitch(popup);
    await waitForNoMarks(page);
    await popup.close();
    assert.doesNotMatch(await stored(), /private\.example/);
    assert.equal((await marksOn(usual)).length, 1, 'a page in another window keeps its lines');
    await staysBare(await openPrivately('second'));

    await session.browser.closePrivate();
    await eventually('it is not forgotten', async () => {
      const again = await openPrivately('third');
      await new Promise((later) => setTimeout(later, 1500));
      const isRead = (await marksOn(again)).length === 1;
      await session.browser.closePrivate();
      return isRead || null;
    });
    assert.doesNotMatch(await stored(), /private\.example/);
  });
});
