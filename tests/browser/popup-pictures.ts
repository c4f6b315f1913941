/** Photographs the popup in each state that it can find a page in. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { article, page as pageOf, river } from './harness/articles.ts';
import { launch, type ExtensionBrowser, type ExtensionPage } from './harness/browser.ts';
import { eventually } from './harness/page.ts';
import { forget } from './harness/profile.ts';
import type { Web } from './harness/web.ts';
import type { Looks } from './state-pictures.ts';

const SITE = 'http://merrowpost.example/river';
const SIZE = { width: 360, height: 600, scale: 1 };

interface State {
  name: string;
  html: string;
  settings?: Record<string, unknown>;
  act?: (popup: ExtensionPage) => Promise<unknown>;
}

const STATES: State[] = [
  { name: 'off', html: river, settings: { 'site:merrowpost.example': 'off' } },
  { name: 'paused', html: river, settings: { paused: true } },
  { name: 'empty', html: article() },
  { name: 'not-article', html: pageOf('<p>Short.</p>') },
  {
    name: 'export',
    html: river,
    act: (popup) =>
      popup.run(() => document.querySelector<HTMLElement>('[popovertarget=export], [aria-controls=export]')?.click()),
  },
  { name: 'one-claim', html: article('Mayor Anna Fox said the bridge would open on Monday.') },
  { name: 'what-stands-out', html: river, settings: { lines: 'standing-out' } },
];

/** With nothing to list, with every way to export, where the page is not seen; the last of them keep the browser from every site. */
export async function popupStates(browser: ExtensionBrowser, web: Web, looks: Looks, folder: string): Promise<void> {
  for (const { name, html, settings = {}, act } of STATES) {
    const page = await browser.open(web.publish(SITE, html));
    await inEveryLook(browser, looks, `${folder}/popup-${name}`, async (popup) => {
      await popup.run((settings) => chrome.storage.local.set(settings), settings);
      await settled();
      await act?.(popup);
    });
    const opened = await browser.popup();
    await opened.run((keys) => chrome.storage.local.remove(keys), Object.keys(settings));
    await opened.close();
    await page.close();
  }
  await reading(browser, web, looks, folder);
  await fromTheButton(browser, 'chrome://version', looks, `${folder}/popup-closed`);
  await browser.withhold();
  await fromTheButton(browser, web.publish(SITE, river), looks, `${folder}/popup-this-once`);
  const page = await browser.open(web.publish(SITE, river));
  await inEveryLook(browser, looks, `${folder}/popup-unknown`);
  await page.close();
}

/** A page whose end does not come; the browser waits for it a few seconds. */
async function reading(browser: ExtensionBrowser, web: Web, looks: Looks, folder: string): Promise<void> {
  const headers = { 'content-length': String(river.length * 4) };
  const url = web.publish('http://slow.example/river', { html: river, headers });
  for (const [name, look] of Object.entries(looks(SIZE))) {
    const page = await browser.open('about:blank');
    const coming = page.goto(url).catch(() => null);
    await settled();
    await inEveryLook(browser, () => ({ [name]: look }), `${folder}/popup-reading`);
    await page.close();
    await coming;
  }
}

/** An engine that does not start: its file is empty. */
export async function failedReading(
  web: Web,
  looks: Looks,
  folder: string,
  extension = 'target/extension/chrome',
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-pictures-failed-'));
  const broken = join(profile, 'extension');
  cpSync(extension, broken, { recursive: true });
  writeFileSync(join(broken, 'hearsay.wasm'), '');
  const browser = await launch('chromium', {
    headless: true,
    proxy: web.address,
    profile: join(profile, 'browser'),
    extension: broken,
  });
  try {
    await browser.open(web.publish(SITE, river));
    await inEveryLook(browser, looks, `${folder}/popup-failed`, async (popup) => {
      await eventually('reading does not fail', () =>
        popup.run(() => document.querySelector('main .button') !== null || null),
      );
    });
  } finally {
    await browser.close();
    forget(profile);
  }
}

/** The popup of the page in front, in a tab of its own. */
async function inEveryLook(
  browser: ExtensionBrowser,
  looks: Looks,
  file: string,
  before?: (popup: ExtensionPage) => Promise<unknown>,
): Promise<void> {
  for (const [name, look] of Object.entries(looks(SIZE))) {
    const popup = await browser.popup();
    await before?.(popup);
    await waitForHeading(popup);
    await settled();
    await popup.photograph(`${file}-${name}.png`, look, false);
    await popup.close();
  }
}

/** The popup below the button: pressing it lets the extension see which page it is. */
async function fromTheButton(browser: ExtensionBrowser, url: string, looks: Looks, file: string): Promise<void> {
  for (const [name, look] of Object.entries(looks(SIZE))) {
    const page: Page = await browser.open(url);
    const popup = await browser.pressButton(page);
    await settled();
    await popup.photograph(`${file}-${name}.png`, look);
    await popup.close();
    await page.close();
  }
}

async function waitForHeading(popup: ExtensionPage): Promise<void> {
  await eventually('the popup stays empty', () => popup.run(() => document.querySelector('main h2') !== null || null));
}

/** What was set is shown; bars where words will be are held back for a moment. */
function settled(): Promise<void> {
  return new Promise((later) => setTimeout(later, 600));
}
