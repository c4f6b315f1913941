/** The background may end at any moment; nobody notices. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river, throughTwoHands } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, pointAt, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

/** How much of what a start takes by itself a page may wait for. The rest is done while the page is still being loaded and read. */
const SHARE = 1.25;
/** How many times the usual wait it may be in any case. */
const MOST = 3;
const ROUNDS = 7;

/** Runs in a page before anything else: notes when the first line stood, in milliseconds from the end of the HTML. */
const watch = `<script>
  addEventListener('DOMContentLoaded', () => { window.ended = performance.now(); });
  (function look() { if (['hearsay-1', 'hearsay-2', 'hearsay-3'].some((line) => CSS.highlights.get(line)?.size > 0)) window.first = performance.now() - ended; else requestAnimationFrame(look); })();
</script>`;

inBothBrowsers((session) => {
  const stop = async () => {
    await session.browser.stopBackground();
    await eventually('the background still runs', async () => ((await session.browser.backgroundRuns()) ? null : true));
  };

  test('the first line waits for no more than a start takes by itself when the background has to start', async (context) => {
    const firstLine = async (name: string) => {
      // Another article each time, so that no answer is known.
      const page = await session.visit(
        `http://merrowpost.example/${name}`,
        river.replace('</head>', `${watch}</head>`).replace('</h1>', ` (${name})</h1>`),
      );
      const first = await eventually('no line', () =>
        run(page, () => (globalThis as never as { first?: number }).first ?? null),
      );
      await page.close();
      return first;
    };
    const asker = await session.browser.ownPage('whats-new.html');
    /** From a question to the background, which does not run, to its answer about one sentence. */
    const start = (name: string) =>
      asker.run(async (name) => {
        const before = performance.now();
        await chrome.runtime.sendMessage({
          type: 'analyze',
          document: { blocks: [{ text: `Ann Roe said that ${name} was late.` }] },
        });
        return performance.now() - before;
      }, name);
    const [warm, cold, alone]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      warm.push(await firstLine(`warm-${round}`));
      await stop();
      cold.push(await firstLine(`cold-${round}`));
      await stop();
      alone.push(await start(`boat ${round}`));
    }
    const middle = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
    const [usual, late, taken] = [middle(warm), middle(cold), middle(alone)];
    const found = `${late.toFixed()} ms, ${usual.toFixed()} ms when the background runs; a start takes ${taken.toFixed()} ms`;
    context.diagnostic(found);
    // On a busy machine one start by itself may be the quicker one by chance.
    assert.ok(late - usual <= SHARE * taken || late <= MOST * usual, found);
    await asker.close();
  });

  test('after the background was ended the next page is read, and the open one still works', async () => {
    const before = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(before);
    for (const round of ['first', 'second']) {
      await stop();
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
