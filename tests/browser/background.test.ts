/** The background may end at any moment; nobody notices. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river, throughTwoHands } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, pointAt, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

inBothBrowsers((session) => {
  test('after the background was ended the next page is read, and the open one still works', async () => {
    const before = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(before);
    for (const round of ['first', 'second']) {
      await session.browser.stopBackground();
      await eventually('the background still runs', async () => ((await session.browser.backgroundRuns()) ? null : true));
      const after = await session.visit(`http://merrowpost.example/${round}`, river);
      assert.ok((await waitForMarks(after)).length > 5, `${round} time`);
      await after.close();
    }
    await session.browser.stopBackground();
    await before.bringToFront();
    await pointAt(before, throughTwoHands.words);
    assert.deepEqual((await waitForCard(session.browser, before)).hands.slice(0, 2), throughTwoHands.hands);
  });
});
