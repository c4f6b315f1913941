/**
 * Puts into a frame what the content script needs beside it, and the look of the lines. The tab may be gone by then, show
 * another page, or be closed to the extension; then nothing happens.
 */
import type { Commands } from '../content/commands/index.ts';
import type { ScriptName } from '../messages.ts';

/** Puts a script beside the content script, and what lets the card be seen. Says whether it is there. `trail` nobody asks for. */
export async function bringScript(script: ScriptName | 'trail', tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  const isDressed =
    script === 'reader' ||
    (await succeeds(chrome.scripting.insertCSS({ target, files: ['/card.css'], origin: 'USER' })));
  return isDressed && succeeds(chrome.scripting.executeScript({ target, files: [`/${script}.js`] }));
}

/**
 * Chromium paints what a highlight has behind its words only where a colour of it comes from a sheet of the page's kind; which
 * colour is painted, the sheet of the user's still says.
 */
const BESIDES = '::highlight(hearsay-active), ::highlight(hearsay-flash) { color: inherit }';

/**
 * Puts the look of the lines into a frame, or takes it out. As a sheet of the user's it counts before those of the page, and
 * reaches into shadow roots.
 */
export async function showLook(shown: boolean, tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  const put = (look: chrome.scripting.CSSInjection) =>
    succeeds(shown ? chrome.scripting.insertCSS(look) : chrome.scripting.removeCSS(look));
  const done = await Promise.all([
    put({ target, files: ['/content.css'], origin: 'USER' }),
    put({ target, css: BESIDES, origin: 'AUTHOR' }),
  ]);
  return done.every(Boolean);
}

/** Waits until all words of a tab's page are there, whatever else is still to come. Says whether the extension may look at it. */
export function whenIdle(tabId: number): Promise<boolean> {
  return succeeds(chrome.scripting.executeScript({ target: { tabId }, func: () => {} }));
}

/** When the page at an address in a tab was published, by ISO 8601, as it says itself; empty where it does not, or is gone. */
export async function declaredDate(tabId: number, address: string): Promise<string> {
  if (!(await bringScript('commands', tabId, 0))) return '';
  const read = (address: string) =>
    location.href === address ? (globalThis as { hearsay_commands?: Commands }).hearsay_commands?.published() : '';
  const [answer] = await chrome.scripting
    .executeScript({ target: { tabId }, func: read, args: [address] })
    .catch(() => []);
  return answer?.result ?? '';
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
