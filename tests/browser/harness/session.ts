/**
 * A browser with the extension newly installed and one small internet for all tests of a file, in Chromium and in
 * Firefox.
 *
 *     inBothBrowsers((session) => { test('…', async () => { … session.browser … }); });
 */
import { before, describe } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { BrowserName, ExtensionBrowser } from './browser.ts';
import { SharedBrowser } from './shared-browser.ts';
import type { Web } from './web.ts';

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
      before(async () => {
        const shared = SharedBrowser.named(name);
        Object.assign(session, await shared.afresh());
        session.visit = (url, answer) => session.browser.open(session.web.publish(url, answer));
        session.restart = async () => {
          session.browser = await shared.restart();
        };
      });
      tests(session);
    });
  }
}
