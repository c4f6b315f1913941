/**
 * A claim followed from page to page as a reader follows it, over four sites that tell one story: a caution is lost, the trail comes
 * back to where it began, a link lies, a page is missing.
 */
import type { Page } from 'puppeteer-core';
import { article } from './articles.ts';
import { boxOnCard, cardOn } from './card.ts';
import { eventually, openClaimOn, pointAt, waitForMarks } from './page.ts';
import type { Session } from './session.ts';

export const LANTERN = 'http://lantern.example/pier';
export const GAZETTE = 'http://gazette.example/pier';
export const COURIER = 'http://courier.example/pier';
export const LIES = 'http://lies.example/divers';
export const GONE = 'http://gone.example/pier';

export const by = (name: string, html: string) =>
  html.replace('<title>', `<meta property="og:site_name" content="${name}"><title>`);
const FILLING = Array.from(
  { length: 40 },
  (_, at) =>
    `The ferry for Orme sailed ${at + 2} times on the day of the fair, with a band on deck and a cook below, while the rain went on.`,
);
export const PAGES: Record<string, string> = {
  [LANTERN]: by(
    'Lowby Lantern',
    article(
      `The pier at Lowby has lost 40 of its beams to the worm, <a href="${GAZETTE}">the Pellworth Gazette reported</a> on Monday.`,
      `The mill at Lowby was sold to a brewer from Orme, <a href="${LIES}">the Pellworth Gazette reported</a> on Tuesday.`,
      `The weir at Lowby was mended by night, <a href="${GONE}">the Pellworth Gazette reported</a> on Friday.`,
    ),
  ),
  [GAZETTE]: by(
    'Pellworth Gazette',
    article(
      ...FILLING,
      `The pier at Lowby may have lost 40 of its beams to the worm, <a href="${COURIER}">the Tarn Courier reported</a> on Sunday.`,
      ...FILLING,
    ),
  ),
  [COURIER]: by(
    'Tarn Courier',
    article(
      ...FILLING,
      `The pier at Lowby may have lost 40 of its beams to the worm, <a href="${LANTERN}">the Lowby Lantern reported</a> on Saturday.`,
      ...FILLING,
    ),
  ),
  [LIES]: by(
    'Daily Lies',
    article(
      'Two divers said that the harbour of Lowby was the deepest in the north.',
      'A brewer from Orme said that his beer was the best of all.',
    ),
  ),
};

/** How a link is pressed. */
export type Press = { button?: 'left' | 'middle'; key?: 'Shift' | 'Control' };

export class Following {
  constructor(private readonly session: Pick<Session, 'browser' | 'web'>) {}

  /** The first page of a trail, with nothing open that another test has left. */
  async begin(pages = PAGES): Promise<Page> {
    const { browser, web } = this.session;
    Object.entries(pages).forEach(([url, html]) => void web.publish(url, html));
    const page = await browser.open(LANTERN);
    for (const other of await page.browser().pages()) if (other !== page) await other.close();
    await waitForMarks(page);
    web.requests.length = 0;
    return page;
  }

  async cardOf(page: Page, words: string): Promise<void> {
    await page.keyboard.press('Escape');
    await pointAt(page, words);
    await eventually(`the card of “${words}” does not open`, async () =>
      (await openClaimOn(page)).includes(words.slice(0, 12)) && (await cardOn(this.session.browser, page))
        ? true
        : null,
    );
  }

  /** Does what opens a tab with an address, and gives that tab. */
  async opened(page: Page, url: string, press: () => Promise<unknown>, toFront = true): Promise<Page> {
    const known = new Set(page.browser().targets());
    const [target] = await Promise.all([
      page.browser().waitForTarget((target) => target.url() === url && !known.has(target), { timeout: 10_000 }),
      press(),
    ]);
    const report = (await target.page())!;
    if (toFront) await report.bringToFront();
    return report;
  }

  /** Presses the way to a report on the open card, and gives the tab that it opens. */
  press(page: Page, url: string, { button = 'left', key }: Press = {}, toFront = true): Promise<Page> {
    return this.opened(
      page,
      url,
      async () => {
        const { x, y, right, bottom } = await boxOnCard(this.session.browser, page, 'li a');
        if (key !== undefined) await page.keyboard.down(key);
        await page.mouse.click((x + right) / 2, (y + bottom) / 2, { button });
        if (key !== undefined) await page.keyboard.up(key);
      },
      toFront,
    );
  }

  async follow(page: Page, words: string, url: string): Promise<Page> {
    await this.cardOf(page, words);
    return this.press(page, url);
  }

  /** What stands over the page about the trail, as soon as something does: on a card, or in a notice. */
  told(page: Page, words: RegExp): Promise<string> {
    let last: string | null = null;
    return eventually('the trail says nothing of it', async () => {
      last = await this.session.browser.inCard(page, (root) =>
        (root.querySelector(':popover-open')?.textContent ?? '').replace(/\s+/g, ' '),
      );
      return last !== null && words.test(last) ? last : null;
    }).catch((error: Error) => {
      throw new Error(`${error.message} It says: ${last}`);
    });
  }

  /** How many tabs have a trail. */
  async kept(): Promise<number> {
    const page = await this.session.browser.ownPage('whats-new.html');
    const trails = await page.run(
      async () => Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('trail:')).length,
    );
    await page.close();
    return trails;
  }
}
