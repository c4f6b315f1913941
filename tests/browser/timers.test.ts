/** A page's own timers while its article is read: the reading gives way to them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, plain } from './harness/articles.ts';
import { eventually, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

/** Milliseconds without a timer of the page that a person can feel. */
const GAP = 50;
const LOADS = 12;
/** So many more may be the machine's doing. */
const CHANCE = 2;

const paragraphs = Array.from(
  { length: 120 },
  (_, at) => `${plain[at % 3]} The miller, Ann Roe, said that board ${at} had shaken for a week.`,
);
/** Notes how long the page's timers have to wait, from its load on. */
const SCRIPT = `<script>
  addEventListener('load', () => {
    window.gaps = [];
    let last = performance.now();
    const tick = () => { const now = performance.now(); gaps.push(now - last); last = now; setTimeout(tick, 4); };
    setTimeout(tick, 4);
  });
</script>`;
const html = article(...paragraphs).replace('</head>', `${SCRIPT}</head>`);
const READ = 'http://timers.example/';
const REST = 'http://rest.example/';

inBothBrowsers((session) => {
  /** How many gaps that can be felt a load had in its first second and a half. */
  const felt = async (url: string): Promise<number> => {
    const page = await session.visit(url, html);
    await eventually('no timer ran', async () =>
      (await run(page, () => (globalThis as never as { gaps?: number[] }).gaps?.length ?? 0)) > 20 ? true : null,
    );
    if (url === READ) await waitForMarks(page);
    await new Promise((later) => setTimeout(later, 1000));
    const count = await run(
      page,
      (most) => (globalThis as never as { gaps: number[] }).gaps.filter((gap) => gap > most).length,
      GAP,
    );
    await page.close();
    return count;
  };

  test('they are held up no more often than on a page that is not read', async () => {
    const options = await session.browser.ownPage('options.html');
    await options.run(async () => chrome.storage.sync.set({ 'site:rest.example': 'off' }));
    await options.close();
    await felt(READ);
    const [reading, resting]: [number[], number[]] = [[], []];
    // In turn, so that whatever else the machine does meets both.
    for (let load = 0; load < LOADS; load++) {
      reading.push(await felt(READ));
      resting.push(await felt(REST));
    }
    const sum = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);
    assert.ok(sum(reading) <= sum(resting) + CHANCE, `felt on loads: ${reading} with reading, ${resting} without`);
  });
});
