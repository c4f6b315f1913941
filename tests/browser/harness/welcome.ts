/** Installing opens the welcome page; it is put away, so that no test finds a tab in front that it did not open. */
import type { Browser } from 'puppeteer-core';

/** How long the page is waited for, in milliseconds: a browser that knew the extension before opens none. */
const PATIENCE = 3000;

export async function dismissWelcome(browser: Browser): Promise<void> {
  const isWelcome = (url: string) => url.endsWith('/welcome.html');
  const target = await browser.waitForTarget((target) => isWelcome(target.url()), { timeout: PATIENCE }).catch(() => null);
  await (await target?.asPage())?.close();
}
