/**
 * Opens an article in a browser with the extension in it: `cargo xtask run`.
 *
 *     node --import tsx tests/browser/show.ts --browser chromium|firefox [--page FILE|URL | --www] [--headless]
 *         [--extension FOLDER|ZIP] [--watch]
 *
 * With `--www` it opens the playground, which the extension leaves alone. Headless, it points at the claim that came
 * farthest, photographs the page with the card open, and prints the claims. Ends with an error when there is no claim,
 * or the card does not open. With `--watch` it does all this again with each new build, until somebody closes the
 * browser.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { PageState } from '../../extension/src/messages.ts';
import { launch, type BrowserName, type ExtensionBrowser } from './harness/browser.ts';
import { waitForCard } from './harness/card.ts';
import { serveFolder } from './harness/folder.ts';
import { openClaimOn, pointAt, waitForMarks } from './harness/page.ts';
import { pageState } from './harness/popup.ts';
import { forget } from './harness/profile.ts';

type ListedClaim = Extract<PageState, { status: 'article' }>['claims'][number];

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    page: { type: 'string' },
    www: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
    extension: { type: 'string' },
    watch: { type: 'boolean', default: false },
  },
});
const name = values.browser as BrowserName;
const pictures = 'target/run';

try {
  await main();
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { url, close } = await addressOf(
    values.page ?? (values.www ? 'target/www/index.html' : 'target/www/samples/river.html'),
  );
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-run-'));
  const browser = await launch(name, { headless: values.headless, profile, extension: values.extension });
  try {
    if (values.watch) await followBuilds(browser, url);
    else if (values.headless) await look(browser, url);
    else await leaveOpen(browser, url);
  } finally {
    await browser.close();
    close();
    forget(profile);
  }
}

/** The address of the page. A file is served on this machine together with its neighbours. */
async function addressOf(page: string): Promise<{ url: string; close(): void }> {
  if (/^https?:\/\//.test(page)) return { url: page, close: () => {} };
  if (!existsSync(page)) throw new Error(`${page} is no file, and no address that begins with http:// or https://.`);
  const folder = await serveFolder(dirname(page));
  return { url: folder.url + encodeURIComponent(basename(page)), close: folder.close };
}

async function leaveOpen(browser: ExtensionBrowser, url: string): Promise<void> {
  await browser.open(url);
  console.log(`Hearsay is reading ${url}. Rest the pointer on a marked line; close the browser to end.`);
  await browser.closed;
}

/** Shows the page with each build; what a build lacks is said, and waits for the next. */
async function followBuilds(browser: ExtensionBrowser, url: string): Promise<void> {
  let page: Page | null = null;
  let isOpen = true;
  void browser.closed.then(() => (isOpen = false));
  for (let shown = ''; isOpen; await new Promise((later) => setTimeout(later, 300))) {
    const built = newestBuild();
    if (built === shown) continue;
    if (shown !== '') await browser.renew();
    shown = built;
    await page?.close();
    if (values.headless) await look(browser, url).catch((error: Error) => console.error(`✗ ${error.message}`));
    else page = await browser.open(url);
    console.log('Waiting for a source to be saved.');
  }
}

/** What `cargo xtask build` writes down when it has finished. */
function newestBuild(): string {
  return ['extension', 'pages'].map((what) => readFileSync(`target/xtask/${what}`, 'utf8')).join();
}

async function look(browser: ExtensionBrowser, url: string): Promise<void> {
  const page = await browser.open(url);
  const marks = await waitForMarks(page).catch(() => {
    throw new Error(`No claim was found on ${url}.`);
  });
  const farthest = [...marks].sort((a, b) => b.line.localeCompare(a.line))[0];
  await pointAt(page, farthest?.words ?? '');
  await waitForCard(browser, page).catch(() => {
    throw new Error(`The card of “${farthest?.words}” did not open.`);
  });
  const open = await openClaimOn(page);
  if (farthest === undefined || !open.includes(farthest.words))
    throw new Error(`The card of “${open}” opened instead of that of “${farthest?.words}”.`);
  // The card fades in.
  await new Promise((later) => setTimeout(later, 300));
  mkdirSync(pictures, { recursive: true });
  const picture = `${pictures}/${name}${values.www ? '-www' : ''}.png`;
  await page.screenshot({ path: picture });
  if (values.www) return console.log(`The playground, as ${picture} shows it`);
  const claims = await listedClaims(browser);
  console.log(`${table(claims)}\n`);
  const popup = await browser.pressButton(page);
  await popup.photograph(`${pictures}/${name}-popup.png`);
  console.log(`${claims.length} claims on ${url}\n${picture}, ${pictures}/${name}-popup.png`);
}

async function listedClaims(browser: ExtensionBrowser): Promise<ListedClaim[]> {
  const popup = await browser.popup();
  const state = await pageState(popup);
  await popup.close();
  if (state.status !== 'article') throw new Error(`The page says that it is “${state.status}”, yet it has marks.`);
  return state.claims;
}

/** The claims in three columns: depth, chain, words. */
function table(claims: ListedClaim[]): string {
  const rows = claims.map(({ depth, depthMax, hands, words }) => [
    depthMax > depth ? `${depth}, perhaps ${depthMax}` : `${depth}`,
    hands
      .map(({ label, named, link }) => `${link === 'inherited' ? 'perhaps ' : ''}${named ? label : `“${label}”`}`)
      .join(' ← '),
    shortened(words, 90),
  ]);
  const head = ['depth', 'chain', 'claim'];
  const widths = head.map((title, column) =>
    Math.max(...[...rows, head].map((row) => row[column]?.length ?? title.length)),
  );
  return [head, widths.map((width) => '─'.repeat(width)), ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shortened(words: string, length: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
