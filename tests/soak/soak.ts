/**
 * Reads pages for a long time and watches the memory: `cargo xtask soak`.
 *
 *     CHROMIUM=/usr/bin/chromium node --import tsx tests/soak/soak.ts LOADS MUTATIONS
 *
 * One tab goes from article to article; then one article is rewritten again and again. Prints a table of what the
 * page's process and the background hold at the start, in the middle and at the end, each after it has been tidied.
 * Fails when one of them has grown.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { article, plain } from '../browser/harness/articles.ts';
import { launch, type ExtensionBrowser } from '../browser/harness/browser.ts';
import { eventually, run } from '../browser/harness/page.ts';
import { forget } from '../browser/harness/profile.ts';
import { startWeb, type Web } from '../browser/harness/web.ts';

/** The most that the background may hold, in MB. */
const BUDGET = 40;
/** What the end may be above the middle, in MB: what a browser keeps for itself. */
const SLACK = 1.5;
/** Loads before the first look, so that everything has been loaded once. */
const WARM_UP = 20;
/** Changes made at a stretch, and the milliseconds from one stretch to the next. */
const STRETCH = 10;
const PAUSE = 40;
/** Paragraphs of an article; about 1,500 words. */
const PARAGRAPHS = 40;

/** Memory in MB, at one moment. */
interface Held {
  when: string;
  page: number;
  nodes: number;
  listeners: number;
  background: number;
}

const [loads, changes] = process.argv.slice(2).map(Number) as [number, number];
const profile = mkdtempSync(join(tmpdir(), 'hearsay-soak-'));
const web = await startWeb();
const browser = await launch('chromium', { headless: true, proxy: web.address, profile });
try {
  const page = await browser.open('about:blank');
  const held = [...(await loading(page)), ...(await changing(page))];
  print(held);
  const grown = [held.slice(0, 3), held.slice(3)].flatMap(([, middle, end]) =>
    (['page', 'background'] as const).filter((what) => end![what] > middle![what] + SLACK),
  );
  const most = Math.max(...held.map(({ background }) => background));
  if (grown.length > 0) throw new Error(`Memory has grown: ${grown.join(', ')}.`);
  if (most > BUDGET) throw new Error(`The background holds ${most.toFixed(1)} MB, ${BUDGET} at most were allowed.`);
} finally {
  await browser.close();
  web.close();
  forget(profile);
}

/** Goes from article to article. */
async function loading(page: Page): Promise<Held[]> {
  const held: Held[] = [];
  for (let load = 1 - WARM_UP; load <= loads; load++) {
    await page.goto(publish(web, `http://soak.example/${load}`, load));
    await marked(page);
    if (load === 0) held.push(await look(browser, page, 'before the first load'));
    if (load === loads >> 1 || load === loads) held.push(await look(browser, page, `after ${load} loads`));
  }
  return held;
}

/** Rewrites one article, paragraph after paragraph, and now and then takes one away and puts another in. */
async function changing(page: Page): Promise<Held[]> {
  await page.goto(publish(web, 'http://soak.example/changing', 0));
  await marked(page);
  const held = [await look(browser, page, 'before the first change')];
  for (const until of [changes >> 1, changes]) {
    await run(page, change, until - (held.length - 1) * (changes >> 1), STRETCH, PAUSE);
    held.push(await look(browser, page, `after ${until} changes`));
  }
  return held;
}

/** Runs in the page. */
async function change(count: number, stretch: number, pause: number): Promise<void> {
  const paragraphs = [...document.querySelectorAll('p')];
  for (let at = 0; at < count; at++) {
    const paragraph = paragraphs[at % paragraphs.length]!;
    const words = `${paragraph.textContent!.replace(/\d+/g, '')} ${at}`;
    if (at % 7 > 0) (paragraph.firstChild as Text).data = words;
    else
      paragraph.replaceWith(
        (paragraphs[at % paragraphs.length] = Object.assign(document.createElement('p'), { textContent: words })),
      );
    if (at % stretch === 0) await new Promise((later) => setTimeout(later, pause));
  }
}

function publish(web: Web, url: string, number: number): string {
  const sayings = Array.from(
    { length: PARAGRAPHS },
    (_, at) =>
      `The miller, Ann Roe, said that bridge ${number * PARAGRAPHS + at} had shaken for a week. ${plain[at % plain.length]}`,
  );
  return web.publish(url, article(...sayings));
}

async function marked(page: Page): Promise<void> {
  await eventually('no claim was marked', async () =>
    (await run(page, () => CSS.highlights.get('hearsay-1')?.size ?? 0)) > 0 ? true : null,
  );
}

async function look(browser: ExtensionBrowser, page: Page, when: string): Promise<Held> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return {
    when,
    page: usedSize / 1e6,
    nodes,
    listeners: jsEventListeners,
    background: (await browser.backgroundMemory()) / 1e6,
  };
}

function print(held: readonly Held[]): void {
  console.log('| when                    | page    | nodes | listeners | background |');
  console.log('|-------------------------|---------|-------|-----------|------------|');
  for (const { when, page, nodes, listeners, background } of held) {
    console.log(
      `| ${when.padEnd(23)} | ${page.toFixed(1).padStart(4)} MB | ${String(nodes).padStart(5)} | ${String(listeners).padStart(9)} | ${background.toFixed(1).padStart(7)} MB |`,
    );
  }
}
