/** The background may end at any moment; nobody notices. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river, throughTwoHands } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, pointAt, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

/** How much longer a start may take, at most. To reach is 1.5; a browser that starts a background alone takes longer. */
const MOST = 3;

/** Runs in a page before anything else: notes when the first line stood, in milliseconds from the end of the HTML. */
const watch = `<script>
  addEventListener('DOMContentLoaded', () => { window.ended = performance.now(); });
  (function look() { if (['hearsay-1', 'hearsay-2', 'hearsay-3'].some((line) => CSS.highlights.get(line)?.size > 0)) window.first = performance.now() - ended; else requestAnimationFrame(look); })();
</script>`;

inBothBrowsers((session) => {
  test('the first line comes not much later when the background has to start', async () => {
    const firstLine = async (name: string) => {
      // Another article each time, so that no answer is known.
      const page = await session.visit(`http://merrowpost.example/${name}`, river.replace('</head>', `${watch}</head>`).replace('</h1>', ` (${name})</h1>`));
      const first = await eventually('no line', () => run(page, () => (globalThis as never as { first?: number }).first ?? null));
      await page.close();
      return first;
    };
    const warm: number[] = [];
    const cold: number[] = [];
    for (let round = 0; round < 9; round++) {
      warm.push(await firstLine(`warm ${round}`.replace(' ', '-')));
      await session.browser.stopBackground();
      await eventually('the background still runs', async () => ((await session.browser.backgroundRuns()) ? null : true));
      cold.push(await firstLine(`cold-${round}`));
    }
    const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
    const [usual, late] = [middle(warm), middle(cold)];
    assert.ok(late <= usual * MOST, `the first line comes after ${late} ms, and after ${usual} ms when the background runs`);
  });

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
