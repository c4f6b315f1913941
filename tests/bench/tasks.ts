/**
 * What the extension does on a page's main thread, from Chromium's own record of tasks. The page is loaded while
 * everything is paused, and only then read: from there on every task is of the extension's making. No popup stands over
 * the page, since none does while somebody reads. Times are those of the processor, which other programs on the machine
 * lengthen less than those of the clock; only the longest task is told by the clock, as a reader feels it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { ExtensionBrowser, ExtensionPage } from '../browser/harness/browser.ts';
import { run, waitForMarks, waitForNoMarks } from '../browser/harness/page.ts';
import { middle } from './timing.ts';

export interface Tasks {
  /** Milliseconds of a bare TreeWalker over the page, once, cold. */
  walk: number;
  /** Milliseconds of all tasks of the first two seconds of reading, of those the part in which the browser draws, and the longest task. */
  sum: number;
  drawing: number;
  longest: number;
  /** Milliseconds of all tasks of ten seconds in which nothing happens, how many of them are longer than fifty, and messages sent in them. */
  idle: number;
  idleLong: number;
  messages: number;
  /** Bytes of script memory that the page holds more than without the extension. */
  memory: number;
}

/** How often a page is loaded. */
const LOADS = 5;
/** Milliseconds after a load, and those that reading is watched for, and doing nothing. */
const SETTLING = 500;
const READING = 2000;
const IDLE = 10_000;
/** Milliseconds after which a task is a long one, as browsers count. */
const LONG = 50;

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
/** What a browser does to draw a frame. */
const DRAWING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

export async function tasksOn(browser: ExtensionBrowser, page: Page): Promise<Tasks> {
  const own = await browser.ownPage('options.html');
  const session = await page.createCDPSession();
  try {
    const readings: Reading[] = [];
    for (let load = 0; load < LOADS; load++) readings.push(await reading(own, page));
    const of = (figure: Exclude<keyof Reading, 'thread'>) => middle(readings.map((one) => one[figure]));
    const idle = await idleness(own, page, readings.at(-1)!.thread);
    return {
      walk: of('walk'),
      sum: of('sum'),
      drawing: of('drawing'),
      longest: of('longest'),
      ...idle,
      memory: await memoryFor(own, page, session),
    };
  } finally {
    await setPaused(own, false);
    await session.detach();
    await own.close();
  }
}

type Idleness = Pick<Tasks, 'idle' | 'idleLong' | 'messages'>;
type Reading = Omit<Tasks, keyof Idleness | 'memory'> & { thread: Thread };
/** The main thread of a page. */
type Thread = Pick<Event, 'pid' | 'tid'>;

async function reading(own: ExtensionPage, page: Page): Promise<Reading> {
  await setPaused(own, true);
  await waitForNoMarks(page);
  await page.reload();
  await pause(SETTLING);
  await page.tracing.start({ categories: CATEGORIES });
  await run(page, () => {
    setTimeout(function bareWalk() {
      let length = 0;
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) length += (walk.currentNode as Text).data.length;
      return length;
    });
  });
  await pause(300);
  await setPaused(own, false);
  await pause(READING);
  const events = await stopTracing(page);
  await waitForMarks(page);

  const walk = events.find(({ name, args }) => name === 'FunctionCall' && args?.data?.functionName === 'bareWalk');
  if (walk === undefined) throw new Error('The record does not hold the walk.');
  // The walk's own task, and what asked for it, lie within this of its beginning, in microseconds.
  const after = onThread(events, walk).filter(({ ts }) => ts >= walk.ts + 100_000);
  const tasks = after.filter(({ name }) => name === 'RunTask');
  return {
    walk: processor(walk),
    sum: sum(tasks.map(processor)),
    drawing: sum(after.filter(({ name }) => DRAWING.has(name)).map(processor)),
    longest: Math.max(...tasks.map(({ dur }) => (dur ?? 0) / 1000)),
    thread: walk,
  };
}

/** What happens while nothing happens. */
async function idleness(own: ExtensionPage, page: Page, thread: Thread): Promise<Idleness> {
  // A page of the extension hears every message that a content script sends.
  await own.run(() => {
    Object.assign(globalThis, { heard: 0 });
    chrome.runtime.onMessage.addListener(() => void (globalThis as any).heard++);
  });
  await page.tracing.start({ categories: CATEGORIES });
  await pause(IDLE);
  const tasks = onThread(await stopTracing(page), thread).filter(({ name }) => name === 'RunTask');
  return {
    idle: sum(tasks.map(processor)),
    idleLong: tasks.filter(({ dur }) => (dur ?? 0) / 1000 > LONG).length,
    messages: await own.run(() => (globalThis as any).heard as number),
  };
}

/** What a page holds more when it has been read. */
async function memoryFor(own: ExtensionPage, page: Page, session: CDPSession): Promise<number> {
  const read = await memoryOf(session);
  await setPaused(own, true);
  await page.reload();
  await pause(SETTLING);
  return read - (await memoryOf(session));
}

function setPaused(own: ExtensionPage, paused: boolean): Promise<void> {
  return own.run((paused) => chrome.storage.local.set({ paused }), paused);
}

async function memoryOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function stopTracing(page: Page): Promise<Event[]> {
  return (JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as { traceEvents: Event[] }).traceEvents;
}

function onThread(events: readonly Event[], thread: Thread): Event[] {
  return events.filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid);
}

/** Milliseconds of the processor. */
function processor({ tdur, dur }: Event): number {
  return (tdur ?? dur ?? 0) / 1000;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** An event of the record; times in microseconds, `tdur` of the processor. */
interface Event {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { functionName?: string } };
}
