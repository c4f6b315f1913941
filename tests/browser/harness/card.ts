/** The open card, read as a reader reads it. */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './browser.ts';
import { eventually } from './page.ts';

export interface CardText {
  /** “2 hands away, perhaps 3”. */
  depth: string;
  /** The hands from the page outwards, as they are called. */
  hands: string[];
  /** Everything on the card. */
  all: string;
}

/** What the open card says; null when none is open. */
export async function cardOn(browser: ExtensionBrowser, page: Page): Promise<CardText | null> {
  return browser.inCard(page, (root) => {
    const card = root.querySelector<HTMLElement>('[role=dialog]:popover-open');
    if (card === null) return null;
    const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const [, ...hands] = card.querySelectorAll('ol > li');
    return {
      depth: words(card.querySelector('h2')),
      hands: hands.map((hand) => words(hand.querySelector('.who'))),
      all: words(card),
    };
  });
}

/** The card, as soon as one is open. */
export async function waitForCard(browser: ExtensionBrowser, page: Page): Promise<CardText> {
  return eventually('no card was open', () => cardOn(browser, page));
}

/** Waits until no card is open. */
export async function waitForNoCard(browser: ExtensionBrowser, page: Page): Promise<void> {
  await eventually('a card is still open', async () => ((await cardOn(browser, page)) === null ? true : null));
}
