/**
 * What a page pays in a real browser with the built extension in it: `cargo xtask bench`.
 *
 *     CHROMIUM=/usr/bin/chromium node --import tsx tests/bench/page.ts chromium FILE...
 *
 * Each FILE is plain text and becomes a page. Prints one line of JSON: for each page, in milliseconds, how long after
 * its HTML was read the first line stands below a claim, the sum of all layout shifts, how often the page's nodes were
 * changed and, in Chromium, the tasks of its main thread; what painting costs on the last page; and in Chromium what the
 * engine takes in the background for the first, what a move of the pointer costs on the last, and what the first costs
 * that changes without end.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type BrowserName, type ExtensionBrowser } from '../browser/harness/browser.ts';
import { callOf } from '../browser/harness/code.ts';
import { eventually, run } from '../browser/harness/page.ts';
import { forget } from '../browser/harness/profile.ts';
import { startWeb, type Web } from '../browser/harness/web.ts';
import { inBackground } from './in-background.ts';
import { endlessChange, pointerMoves } from './own-time.ts';
import { paintingOn } from './painting.ts';
import { tasksOn, type Tasks } from './tasks.ts';
import { middle } from './timing.ts';

const LOADS = 5;

const [name, ...files] = process.argv.slice(2) as [BrowserName, ...string[]];
const profile = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const web = await startWeb();
const browser = await launch(name, { headless: true, proxy: web.address, profile });
try {
  const pages = [];
  for (const file of files) {
    const load = await loaded(browser, web, paragraphsOf(file));
    // Firefox keeps no such record.
    pages.push({ ...load, tasks: name === 'chromium' ? await tasks(browser, web, paragraphsOf(file)) : null });
  }
  // Too little language to be taken for an article, so that nothing but the ways under test paints here.
  const bare = await browser.open(
    web.publish('http://painting.example/', htmlOf(paragraphsOf(files.at(-1)!), 'de', '')),
  );
  const painting = await paintingOn(bare);
  await bare.close();
  console.log(JSON.stringify({ pages, painting, own: name === 'chromium' ? await ownWork() : null }));
} finally {
  await browser.close();
  web.close();
  forget(profile);
}

/** What only Chromium tells. */
async function ownWork() {
  const visit = (host: string, file: string) =>
    browser.open(web.publish(`http://${host}.example/`, htmlOf(paragraphsOf(file), 'en', '')));
  const engine = await inBackground(browser, paragraphsOf(files[0]!));
  const pointed = await visit('pointed', files.at(-1)!);
  const pointer = await pointerMoves(pointed);
  await pointed.close();
  const change = await endlessChange(await visit('endless', files[0]!));
  return { engine, pointer, change };
}

interface Load {
  first: number;
  shift: number;
  writes: number;
}

/** The medians of several loads of a page. */
async function loaded(browser: ExtensionBrowser, web: Web, paragraphs: string[]): Promise<Load> {
  const url = web.publish('http://bench.example/', htmlOf(paragraphs, 'en', `<script>${callOf(watch)}</script>`));
  const loads: Load[] = [];
  for (let load = 0; load < LOADS; load++) {
    const page = await browser.open(url);
    const measured = await eventually(
      'no claim was marked',
      () => run(page, () => (globalThis as any).measured() as Load | null),
      30_000,
    );
    loads.push(measured);
    await page.close();
  }
  const of = (figure: keyof Load) => middle(loads.map((load) => load[figure]));
  return {
    first: of('first'),
    shift: Math.max(...loads.map(({ shift }) => shift)),
    writes: Math.max(...loads.map(({ writes }) => writes)),
  };
}

/** The tasks of one load of a page, with nothing in it that watches. */
async function tasks(browser: ExtensionBrowser, web: Web, paragraphs: string[]): Promise<Tasks> {
  const page = await browser.open(web.publish('http://tasks.example/', htmlOf(paragraphs, 'en', '')));
  try {
    return await tasksOn(browser, page);
  } finally {
    await page.close();
  }
}

/** Runs in the page, before anything else: looks once a frame whether a line is there. */
function watch(): void {
  let [first, shift, writes, ready] = [0, 0, 0, 0];
  addEventListener('DOMContentLoaded', () => {
    ready = performance.now();
    new MutationObserver((changes) => (writes += changes.length)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
  const look = () => {
    if (['hearsay-1', 'hearsay-2', 'hearsay-3'].some((line) => (CSS.highlights.get(line)?.size ?? 0) > 0))
      first = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.assign(globalThis, {
    measured: () => {
      if (first === 0) return null;
      return { first: first - ready, shift, writes };
    },
  });
}

function paragraphsOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n\n')
    .filter((paragraph) => paragraph !== '');
}

function htmlOf(paragraphs: string[], language: string, head: string): string {
  const body = paragraphs
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>The dam and the night train</title>
<link rel="icon" href="data:,">${head}</head><body><article><h1>The dam and the night train</h1>${body}</article></body></html>`;
}
