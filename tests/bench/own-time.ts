/** How long the extension's own scripts run in a page while something happens to it. Chromium's profiler tells. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { run, waitForMarks } from '../browser/harness/page.ts';

/** Pointer moves over a page. */
const MOVES = 300;
/** A page that changes without end: milliseconds until it is watched, and for which it is watched. */
const SETTLING = 5000;
const WATCHED = 10_000;
/** Microseconds between two looks at what runs. */
const SAMPLING = 200;

/** Milliseconds for each move of the pointer over a page that is all claims. */
export async function pointerMoves(page: Page): Promise<number> {
  await waitForMarks(page);
  await page.bringToFront();
  const spent = await ownTime(page, async () => {
    for (let move = 0; move < MOVES; move++) await page.mouse.move(100 + ((move * 37) % 700), 80 + ((move * 53) % 600));
  });
  return spent / MOVES;
}

/** The share of a core on a page that rewrites one of its paragraphs fifty times a second. */
export async function endlessChange(page: Page): Promise<number> {
  await waitForMarks(page);
  await run(page, () => {
    const text = document.querySelector('p')!.firstChild as Text;
    const words = text.data;
    let at = 0;
    setInterval(() => (text.data = `Change ${++at}. ${words}`), 20);
  });
  await pause(SETTLING);
  return (await ownTime(page, () => pause(WATCHED))) / WATCHED;
}

async function ownTime(page: Page, during: () => Promise<void>): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLING });
  await session.send('Profiler.start');
  await during();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  const own = new Set<number>();
  // A call stands before what it calls.
  for (const { id, callFrame, children } of profile.nodes) {
    if (callFrame.url.startsWith('chrome-extension://')) own.add(id);
    if (own.has(id)) for (const child of children ?? []) own.add(child);
  }
  const taken = (profile.samples ?? []).map((id, at) => (own.has(id) ? (profile.timeDeltas?.[at] ?? 0) : 0));
  return taken.reduce((all, value) => all + value, 0) / 1000;
}
