/** The keys that a reader may set in the browser, and the entries of the context menu, handed on to the page. */
import type { Command, CommandNote } from '../protocol.ts';

/** Tells a tab's page what was pressed. */
export function handOn(command: string, tab: chrome.tabs.Tab | undefined): void {
  if (tab?.id === undefined) return;
  const note: CommandNote = { type: 'command', command: command as Command };
  // A page of the browser's own has nobody to hear it.
  chrome.tabs.sendMessage(tab.id, note, { frameId: 0 }).catch(() => {});
}
