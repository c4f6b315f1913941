/**
 * Reads a site's open pages the moment the reader's browser lets the extension in, asked by a button of ours or not. A
 * press of that button closes the popup in Chrome, so nobody but the background is left to do it; and a page need not be
 * loaded again, which could cost a reader what was typed into it.
 */
import { bringContentScript } from './scripts.ts';

/** @param origins patterns of the sites that were let in. */
export async function readOpenPages(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await chrome.tabs.query({ url: origins, status: 'complete' });
  await Promise.all(tabs.map(({ id }) => id !== undefined && bringContentScript(id, [0])));
}
