/**
 * What the extension does on pages that somebody has saved: `DIR/NAME/source.html`. In go a browser and a folder; out
 * comes a row for each page. The scripts of a page do not run and none of its other files is there, so whatever changes
 * in it, is asked for or goes wrong is to be explained by the extension or by the page's HTML.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PageNote } from '../../extension/src/messages.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browser/harness/browser.ts';
import { callOf } from '../browser/harness/code.ts';
import { eventually, marksOn, run } from '../browser/harness/page.ts';
import type { Web } from '../browser/harness/web.ts';

/** What became of a page. */
export interface SavedPage {
  name: string;
  /** As the popup says: `article`, `empty`, `not-article`, `failed`. */
  status: string;
  claims: number;
  /** How many pieces of text wear a line, on the whole page. */
  marks: number;
  /** What was thrown on the page, by whomever. */
  errors: string[];
  /** Whether the document is another than the one that was loaded. */
  changed: boolean;
  /** Requests besides that for the page. */
  requests: number;
  /** Milliseconds from the end of the HTML to the first line; null without one. */
  firstLine: number | null;
}

/** Milliseconds for the longest page. */
const PATIENCE = 30_000;

/** The pages of a folder, in order of their names. */
export function savedIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'source.html')))
    .sort();
}

/** Reads the pages one after the other, in one tab. */
export async function* readSaved(browser: ExtensionBrowser, web: Web, folder: string): AsyncGenerator<SavedPage> {
  const popup = await browser.ownPage('popup.html');
  const page = await browser.open(web.publish('http://before.example/', '<!doctype html><title>Before</title>'));
  await page.evaluateOnNewDocument(callOf(watch));
  try {
    for (const name of savedIn(folder))
      yield await readOne(page, popup, web, name, readFileSync(join(folder, name, 'source.html'), 'utf8'));
  } finally {
    await page.close();
    await popup.close();
  }
}

async function readOne(page: Page, popup: ExtensionPage, web: Web, name: string, html: string): Promise<SavedPage> {
  const url = web.publish(addressOf(html, name), { html, headers: { 'content-security-policy': "script-src 'none'" } });
  const errors: string[] = [];
  const note = (error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    // Firefox counts each script that did not run as an error.
    if (!/Content.Security.Policy/i.test(words)) errors.push(words);
  };
  page.on('pageerror', note);
  const isOwn = (request: string) => request !== `GET ${url}` && !request.endsWith('/favicon.ico');
  const before = web.requests.length;
  const requests = () => web.requests.slice(before).filter(isOwn).length;
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const { status, claims } = await eventually('the page was not read', () => outcome(popup), PATIENCE);
    const firstLine =
      claims === 0
        ? null
        : await eventually('a claim is counted and none is marked', () =>
            run(page, () => (globalThis as never as { firstLine: number | null }).firstLine),
          );
    await run(page, () => void dispatchEvent(new Event('beforeprint')));
    const marks = (await marksOn(page)).length;
    const changed = await run(page, () => (globalThis as never as { hasChanged(): boolean }).hasChanged());
    return { name, status, claims, marks, errors, changed, requests: requests(), firstLine };
  } catch (error) {
    note(error);
    return {
      name,
      status: 'broken off',
      claims: 0,
      marks: 0,
      errors,
      changed: false,
      requests: requests(),
      firstLine: null,
    };
  } finally {
    page.off('pageerror', note);
  }
}

/** What the content script says of the page in front; null while it has not come or is reading. */
function outcome(popup: ExtensionPage): Promise<{ status: string; claims: number } | null> {
  return popup.run(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return new Promise<{ status: string; claims: number } | null>((found) => {
      const port = chrome.tabs.connect(tab!.id!, { name: 'page', frameId: 0 });
      port.onDisconnect.addListener(() => found(null));
      port.onMessage.addListener(({ state }: PageNote) => {
        port.disconnect();
        found(
          state.status === 'reading'
            ? null
            : { status: state.status, claims: state.status === 'article' ? state.claims.length : 0 },
        );
      });
    });
  });
}

/** Where a page says that it stands, so that its own outlet is known; its folder's name where it does not say. */
function addressOf(html: string, name: string): string {
  const said =
    /<link[^>]+rel=["']?canonical["']?[^>]*>|<meta[^>]+property=["']?og:url["']?[^>]*>/i.exec(html)?.[0] ?? '';
  const address = /(?:href|content)=["']?https?:\/\/([^"'\s>#]+)/i.exec(said)?.[1];
  const fallback = `http://${name.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}.example/`;
  return address !== undefined && URL.canParse(`http://${address}`) ? new URL(`http://${address}`).href : fallback;
}

/** Runs in each page before anything else. */
function watch(): void {
  let [ended, loaded] = [0, ''];
  const text = () => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const card of copy.querySelectorAll('hearsay-card')) card.remove();
    return copy.outerHTML;
  };
  addEventListener('DOMContentLoaded', () => ([ended, loaded] = [performance.now(), text()]), { once: true });
  const look = () => {
    if (['hearsay-1', 'hearsay-2', 'hearsay-3'].some((line) => (CSS.highlights.get(line)?.size ?? 0) > 0))
      Object.assign(globalThis, { firstLine: performance.now() - ended });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.assign(globalThis, { firstLine: null, hasChanged: () => text() !== loaded });
}
