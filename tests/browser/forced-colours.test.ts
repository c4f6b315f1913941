/** Where a reader has pages shown in colours of their own choice: Firefox keeps the lines; Chromium cannot, and it is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { dress } from './harness/look.ts';
import { eventually, marksOn, openClaimOn, pointAt, run, waitForMarks } from './harness/page.ts';
import { waitForPopup } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const SHAKEN = 'the bridge had shaken for a week';
const SAYS_WHY = /this browser can draw no lines on the page/;
const html = article('The miller, Ann Roe, said that the bridge had shaken for a week.');

inBothBrowsers((session) => {
  test('in Chromium no words look selected but those whose card is open, and the popup says why no line is seen', async (context) => {
    if (session.browser.name === 'firefox') return context.skip('It paints lines under forced colours as anywhere.');
    const page = await session.visit('http://forced.example/', html);
    await waitForMarks(page);
    const look = { width: 1100, height: 800, scale: 1, scheme: 'light' } as const;
    await dress(page, { ...look, forcedColours: true });
    await eventually('words are still painted', async () => ((await marksOn(page)).length === 0 ? true : null));
    await pointAt(page, SHAKEN);
    assert.match((await waitForCard(session.browser, page)).all, /Ann Roe/);
    assert.equal(await openClaimOn(page), SHAKEN);
    await dress(page, look);
    assert.equal((await waitForMarks(page)).length, 1);

    const popup = await session.browser.popup();
    assert.doesNotMatch(await waitForPopup(popup, '1 claim'), SAYS_WHY);
    await popup.dress({ ...look, forcedColours: true });
    // It is seen as it was when it opened.
    await popup.run(() => void setTimeout(() => location.reload()));
    await eventually('it is not said', () =>
      popup
        .run(() => document.body.textContent ?? '')
        .then(
          (said) => SAYS_WHY.test(said) || null,
          () => null,
        ),
    );
    await popup.close();
  });

  test('in Firefox the lines stay, in the colour of the words, and the popup has nothing to say of it', async (context) => {
    if (session.browser.name === 'chromium') return context.skip('It can draw no lines under forced colours.');
    const page = await session.visit('http://forced.example/', html);
    await waitForMarks(page);
    await session.browser.forceColours(true);
    try {
      await eventually(
        'colours are not forced',
        async () => (await run(page, () => matchMedia('(forced-colors: active)').matches)) || null,
      );
      assert.equal((await waitForMarks(page)).length, 1);
      const [line, words] = await run(page, () => {
        const paragraph = document.querySelector('p')!;
        return [
          getComputedStyle(paragraph, '::highlight(hearsay-1)').textDecorationColor,
          getComputedStyle(paragraph).color,
        ];
      });
      assert.equal(line, words);
      await pointAt(page, SHAKEN);
      assert.match((await waitForCard(session.browser, page)).all, /Ann Roe/);
      const popup = await session.browser.popup();
      assert.doesNotMatch(await waitForPopup(popup, '1 claim'), SAYS_WHY);
      await popup.close();
    } finally {
      await session.browser.forceColours(false);
    }
  });
});
