/** The playground as it was built, on a site of its own, used as a reader uses it. */
import type { Page } from 'puppeteer-core';
import type { Runs } from './browser.ts';
import { eventually, run } from './page.ts';
import type { Session } from './session.ts';

export const PLAYGROUND = 'http://playground.example/';

/** Opens the playground; `fragment` is what follows its address. */
export async function openPlayground({ browser, web }: Pick<Session, 'browser' | 'web'>, fragment = ''): Promise<Page> {
  web.publishFolder(PLAYGROUND, 'target/www');
  return browser.open(PLAYGROUND + fragment);
}

/** A page of the web, for what is done alike on the extension's pages. */
export function runs(page: Page): Runs {
  return { run: (code, ...given) => run(page, code, ...given) };
}

/** Pastes a text anywhere on the page, made there by a function: a text may be too large to be sent. */
export async function paste<Arguments extends unknown[]>(
  page: Page,
  text: (...given: Arguments) => string,
  ...given: Arguments
): Promise<void> {
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', (${text})(...${JSON.stringify(given)}));
    // Firefox gives an event that a script makes no data of its own.
    const event = Object.defineProperty(new Event('paste', { bubbles: true, cancelable: true }), 'clipboardData', { value: clipboardData });
    document.body.dispatchEvent(event);
  })()`);
}

/** Drops a file on the page; `bytes` makes its content there. */
export async function drop(
  page: Page,
  name: string,
  type: string,
  bytes: () => (string | Uint8Array<ArrayBuffer>)[],
): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File((${bytes})(), ${JSON.stringify(name)}, { type: ${JSON.stringify(type)} }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

/** Presses the button with these words. */
export function press(page: Page, words: string): Promise<void> {
  return run(
    page,
    (words) => {
      const named = (button: HTMLButtonElement) => (button.ariaLabel ?? button.textContent) === words;
      [...document.querySelectorAll('button')].find(named)!.click();
    },
    words,
  );
}

/** The link to the text, as it comes out of the clipboard into the field for a text. */
export async function copiedLink(page: Page): Promise<string> {
  await press(page, 'Copy link');
  await waitForWords(page, '.told', /^Copied\./);
  await press(page, 'Your own text');
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  return eventually('nothing was pasted', () => run(page, () => document.querySelector('textarea')!.value || null));
}

/** What the page says in an element, as soon as it says what is expected. */
export function waitForWords(page: Page, selector: string, expected: RegExp): Promise<string> {
  return eventually(`${selector} does not say ${expected}`, async () => {
    const words = await run(
      page,
      (selector) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((found) => found.checkVisibility())
          .map(({ textContent }) => textContent)
          .join('\n'),
      selector,
    );
    return expected.test(words) ? words : null;
  });
}
