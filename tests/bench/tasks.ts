/**
 * What the extension does on a page's main thread, from Chromium's own record of tasks. The page is loaded with its
 * site switched off, and only then switched on: from there on every task is of the extension's making.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../browser/harness/browser.ts';
import { run, waitForMarks, waitForNoMarks } from '../browser/harness/page.ts';
import { turnSwitch } from '../browser/harness/popup.ts';

/** Milliseconds on the page's main thread. */
export interface Tasks {
  /** A bare TreeWalker over the page, once, cold. */
  walk: number;
  /** All tasks of the first three seconds after switching on, and the longest of them. */
  sum: number;
  longest: number;
  /** All tasks of the three seconds after these, in which nothing happens. */
  idle: number;
}

/** How long each of the two stretches lasts, in milliseconds. */
const STRETCH = 3000;

export async function tasksOn(browser: ExtensionBrowser, page: Page): Promise<Tasks> {
  await waitForMarks(page);
  const popup = await browser.popup();
  await turnSwitch(popup);
  await waitForNoMarks(page);
  await page.reload();
  await pause(1000);
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await run(page, () => {
    setTimeout(function bareWalk() {
      let length = 0;
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) length += (walk.currentNode as Text).data.length;
      return length;
    });
  });
  await pause(200);
  await turnSwitch(popup);
  await pause(2 * STRETCH);
  const record = await page.tracing.stop();
  await waitForMarks(page);
  await popup.close();

  const { traceEvents } = JSON.parse(new TextDecoder().decode(record)) as { traceEvents: Event[] };
  const walk = traceEvents.find(({ name, args }) => name === 'FunctionCall' && args?.data?.functionName === 'bareWalk');
  if (walk === undefined) throw new Error('The record does not hold the walk.');
  // The walk's own task, and what asked for it, lie within this of its beginning, in microseconds.
  const begin = walk.ts + 100_000;
  const end = begin + STRETCH * 1000;
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && pid === walk.pid && tid === walk.tid);
  const lasting = (wanted: (task: Event) => boolean) => tasks.filter(wanted).map(({ dur }) => (dur ?? 0) / 1000);
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  const work = lasting(({ ts }) => ts >= begin && ts < end);
  return {
    walk: (walk.dur ?? 0) / 1000,
    sum: sum(work),
    longest: Math.max(...work),
    idle: sum(lasting(({ ts }) => ts >= end)),
  };
}

/** An event of the record; times in microseconds. */
interface Event {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { functionName?: string } };
}
