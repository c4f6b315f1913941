/**
 * The keys that a reader may set in the browser, and the entries of the context menu: obeyed here, or handed on to the
 * page. A page without a content script gets one first: it is older than the extension, or the reader's browser lets the
 * extension in only when it is asked for, as it is now.
 */
import { bringContentScript } from '../browser/content-script-injection.ts';
import { openPanel } from '../browser/side-panel.ts';
import type { Command, CommandNote } from '../messages.ts';

/** Opens the panel, or tells a tab's page what was pressed; where no page can be told, the popup says why. */
export async function obey(command: string, tab: chrome.tabs.Tab | undefined, frameId = 0): Promise<void> {
  const { id: tabId, windowId, url } = tab ?? {};
  if (tabId === undefined || windowId === undefined) return;
  // Within the press of the key, before anything is waited for.
  if (command === 'open-panel') return openPanel(windowId);
  const note: CommandNote = { type: 'command', command: command as Command, isFresh: false };
  if (await tell(tabId, frameId, note)) return;
  // Of a page that the extension may not act on the address is not told; Chromium would wait there for the reader's leave.
  const isThere = url !== undefined && (await bringContentScript(tabId, [frameId]));
  if (isThere && (await tell(tabId, frameId, { ...note, isFresh: true }))) return;
  await chrome.action.openPopup?.({ windowId }).catch(() => {});
}

/** Says whether somebody has heard it. */
function tell(tabId: number, frameId: number, note: CommandNote): Promise<boolean> {
  return chrome.tabs.sendMessage(tabId, note, { frameId }).then(
    () => true,
    () => false,
  );
}
