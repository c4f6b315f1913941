/**
 * Pages that are open while something happens to the extension. They need not be loaded again, which could cost a reader
 * what was typed into them: when the extension comes, or is let into a site, they are read; when it is kept from a site,
 * they are left.
 */
import { bringContentScript } from '../browser/content-script-injection.ts';
import type { BackgroundNote } from '../messages.ts';

const PAGES = ['http://*/*', 'https://*/*'];

/**
 * Has open pages read: those that have been open since before the extension was installed, renewed or turned on, or those of
 * sites that the reader's browser has just let it into.
 *
 * @param origins patterns of the sites.
 */
export async function readOpenPages(origins = PAGES): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await chrome.tabs.query({ url: origins, status: 'complete', discarded: false });
  // Of a page that the extension may not act on the address is not told; Chromium would wait there for the reader's leave.
  await Promise.all(tabs.map(({ id, url }) => id !== undefined && url !== undefined && bringContentScript(id, [0])));
}

/** Leaves every page whose site the reader's browser withholds. */
export async function leaveWithheldPages(): Promise<void> {
  const tabs = await chrome.tabs.query({ discarded: false });
  await Promise.all(tabs.map(({ id }) => id !== undefined && leaveIfWithheld(id)));
}

async function leaveIfWithheld(tabId: number): Promise<void> {
  // The address of a withheld tab is told by its page alone; most tabs have nobody to ask.
  const site: string | undefined = await ask(tabId, { type: 'where' }, { frameId: 0 });
  if (site === undefined || (await chrome.permissions.contains({ origins: [site] }))) return;
  await ask(tabId, { type: 'leave' });
}

function ask(
  tabId: number,
  note: BackgroundNote,
  to: chrome.tabs.MessageSendOptions = {},
): Promise<string | undefined> {
  return chrome.tabs.sendMessage(tabId, note, to).catch(() => undefined);
}
