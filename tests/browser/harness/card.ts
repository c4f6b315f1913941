/** The open card, read as a reader reads it. */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './browser.ts';
import { eventually } from './page.ts';

export interface CardText {
  /** Who said it: “Reuters, citing two officials it does not name.” */
  sentence: string;
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
      sentence: words(card.querySelector('h2')),
      depth: words(card.querySelector('.far')),
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

/** Where a part of the card is, in CSS pixels from the window's corner. */
export async function boxOnCard(
  browser: ExtensionBrowser,
  page: Page,
  selector: string,
): Promise<{ x: number; y: number; right: number; bottom: number }> {
  const box = await browser.inCard(
    page,
    (root, selector) => {
      const { left, top, right, bottom } = root.querySelector(selector)!.getBoundingClientRect();
      return { x: left, y: top, right, bottom };
    },
    selector,
  );
  if (box === null) throw new Error(`There is no card, so no ${selector} on it.`);
  return box;
}

/** Presses a button of the card with the pointer. It is found by the words on it, or by its name for those who do not see. */
export async function pressOnCard(browser: ExtensionBrowser, page: Page, name: string): Promise<void> {
  const place = await eventually(`“${name}” is not on the card`, () =>
    browser.inCard(
      page,
      (root, name) => {
        const buttons = [...root.querySelectorAll<HTMLElement>('button, [role=button]')];
        const found = buttons.find(
          (button) => (button.ariaLabel ?? button.textContent) === name && button.checkVisibility(),
        );
        if (found === undefined) return null;
        found.scrollIntoView({ block: 'nearest' });
        const [line] = found.getClientRects();
        return line === undefined ? null : { x: line.left + line.width / 2, y: line.top + line.height / 2 };
      },
      name,
    ),
  );
  await page.mouse.click(place.x, place.y);
}
