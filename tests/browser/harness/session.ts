/**
 * One browser with the extension and one small internet for all tests of a file, in Chromium and in Firefox.
 *
 *     inBothBrowsers((session) => { test('…', async () => { … session.browser … }); });
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import type { Page } from 'puppeteer-core';
import { forget, launch, type BrowserName, type ExtensionBrowser } from './browser.ts';
import { startWeb, type Web } from './web.ts';

export interface Session {
  browser: ExtensionBrowser;
  web: Web;
  /** Publishes a page and opens it in a new tab in front. */
  visit(url: string, answer: Parameters<Web['publish']>[1]): Promise<Page>;
  /** Closes the browser and starts it again with the same memory. */
  restart(): Promise<void>;
}

/** Which browsers to test, from `BROWSERS`; both without it. */
const wanted = (process.env['BROWSERS'] ?? 'chromium,firefox').split(',') as BrowserName[];

/** Registers the same tests for each browser. */
export function inBothBrowsers(tests: (session: Session) => void): void {
  for (const name of wanted) {
    describe(name, { timeout: 180_000 }, () => {
      const session = {} as Session;
      let profile = '';
      before(async () => {
        profile = mkdtempSync(join(tmpdir(), `hearsay-${name}-`));
        const web = await startWeb();
        session.web = web;
        const start = () => launch(name, { headless: true, proxy: web.address, profile });
        session.visit = (url, answer) => session.browser.open(web.publish(url, answer));
        session.restart = async () => {
          await session.browser.close();
          session.browser = await start();
        };
        session.browser = await start();
      });
      after(async () => {
        await session.browser?.close();
        session.web?.close();
        forget(profile);
      });
      tests(session);
    });
  }
}
