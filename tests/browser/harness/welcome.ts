/** Installing opens the welcome page; it is put away, so that no test finds a tab in front that it did not open. */
import type { Browser } from 'puppeteer-core';

/** How long the page is waited for, in milliseconds: a browser that knew the extension before opens none. */
const PATIENCE = 3000;

export async function dismissWelcome(browser: Browser): Promise<void> {
  const isWelcome = (url: string) => url.endsWith('/welcome.html');
  const target = await browser.waitForTarget((target) => isWelcome(target.url()), { timeout: PATIENCE }).catch(() => null);
  const page = await target?.asPage();
  // Chromium fetches an extension's words once for all its pages. Closed in the midst of it, the first page would leave
  // every other page and the background without words.
  await page?.waitForSelector('h1');
  await page?.close();
}
