/** The popup, read and used as a reader does, and the page's own account of itself that it shows. */
import type { ExportedArticle, ExportNote, PageNote, PageState } from '../../../extension/src/messages.ts';
import type { ExtensionPage, Runs } from './browser.ts';
import { eventually } from './page.ts';

/** What the content script of the tab in front says about its page, once it has finished reading. */
export async function pageState(popup: ExtensionPage): Promise<PageState> {
  return popup.run(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return new Promise<PageState>((found) => {
      const port = chrome.tabs.connect(tab!.id!, { name: 'page', frameId: 0 });
      port.onMessage.addListener(({ state }: PageNote) => {
        if (state.status === 'reading') return;
        port.disconnect();
        found(state);
      });
    });
  });
}

/** What the popup says, as soon as it contains some words. */
export async function waitForPopup(popup: ExtensionPage, words: string): Promise<string> {
  let said = '';
  return eventually(`the popup does not say “${words}”`, async () => {
    // The text, painted or not: what is far down in the list is not painted before it is scrolled to.
    said = await popup.run(() => document.body.textContent ?? '');
    return said.includes(words) ? said : null;
  }).catch(async (error: Error) => {
    const front = await popup.run(async () =>
      (await chrome.tabs.query({ active: true, currentWindow: true })).map((tab) => `${tab.url}, ${tab.status}`).join(),
    );
    throw new Error(`${error.message} It says: ${said} In front is: ${front}`);
  });
}

/** Turns the site's switch, as soon as the popup shows one. */
export async function turnSwitch(popup: Runs): Promise<void> {
  await eventually('the popup shows no switch', async () => {
    const turned = await popup.run(() => {
      const knob = document.querySelector<HTMLElement>('[role=switch]');
      knob?.click();
      return knob !== null;
    });
    return turned ? true : null;
  });
}

/** The claims in the popup's list, as they stand there. */
export async function listedIn(popup: ExtensionPage): Promise<string[]> {
  return popup.run(() =>
    [...document.querySelectorAll<HTMLElement>('.claim .page-words')].map((words) => words.textContent ?? ''),
  );
}

/** Presses the claim with some words in it. */
export async function pressClaim(popup: ExtensionPage, words: string): Promise<void> {
  await popup.run((words) => {
    [...document.querySelectorAll<HTMLElement>('.claim')].find((claim) => claim.textContent?.includes(words))!.click();
  }, words);
}

/** The article of the tab in front as it would be exported, once it has been read; null when the page is none. */
export async function articleRead(popup: ExtensionPage): Promise<ExportedArticle | null> {
  return popup.run(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return new Promise<ExportedArticle | null>((found) => {
      const port = chrome.tabs.connect(tab!.id!, { name: 'page', frameId: 0 });
      port.onMessage.addListener((note: PageNote | ExportNote) => {
        if (note.type === 'page' && note.state.status !== 'reading') port.postMessage({ type: 'export' });
        if (note.type !== 'export') return;
        port.disconnect();
        found(note.article);
      });
    });
  });
}
