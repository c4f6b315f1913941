/** A page's own timers while its article is read: the reading gives way to them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article, plain } from './harness/articles.ts';
import { eventually, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

/** Milliseconds without a timer of the page that a person can feel. */
const GAP = 50;
const LOADS = 9;

const paragraphs = Array.from({ length: 120 }, (_, at) => `${plain[at % 3]} The miller, Ann Roe, said that board ${at} had shaken for a week.`);
/** Notes how long the page's timers have to wait, from its load on. */
const SCRIPT = `<script>
  addEventListener('load', () => {
    window.gaps = [];
    let last = performance.now();
    const tick = () => { const now = performance.now(); gaps.push(now - last); last = now; setTimeout(tick, 4); };
    setTimeout(tick, 4);
  });
</script>`;
/** In another language nothing is read beyond the gate. */
const source = (language: string) => article(...paragraphs).replace('lang="en"', `lang="${language}"`).replace('</head>', `${SCRIPT}</head>`);

inBothBrowsers((session) => {
  /** How many gaps that can be felt each load had in its first second and a half. */
  const felt = async (url: string, html: string, isReady: (page: Page) => Promise<unknown>): Promise<number[]> => {
    const counts: number[] = [];
    for (let load = 0; load < LOADS; load++) {
      const page = await session.visit(url, html);
      await isReady(page);
      await new Promise((later) => setTimeout(later, 1000));
      counts.push(await run(page, (most) => (globalThis as never as { gaps: number[] }).gaps.filter((gap) => gap > most).length, GAP));
      await page.close();
    }
    return counts;
  };

  test('they are held up no more often than on a page that is not read', async () => {
    const turn = async (on: boolean) => {
      const options = await session.browser.ownPage('options.html');
      await options.run(async (on) => chrome.storage.local.set({ paused: !on }), on);
      await options.close();
    };
    await waitForMarks(await session.visit('http://timers.example/first', source('en')));
    const reading = await felt('http://timers.example/read', source('en'), waitForMarks);
    await turn(false);
    const resting = await felt('http://timers.example/rest', source('en'), (page) => eventually('no timer ran', async () => ((await run(page, () => (globalThis as never as { gaps?: number[] }).gaps?.length ?? 0)) > 20 ? true : null)));
    await turn(true);
    const middle = (counts: number[]) => counts.toSorted((a, b) => a - b)[Math.floor(LOADS / 2)]!;
    assert.ok(middle(reading) <= middle(resting), `felt on loads: ${reading} with reading, ${resting} without`);
  });
});
