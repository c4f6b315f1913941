/**
 * The keys that a reader may set in the browser, and the entries of the context menu: obeyed here, or handed on to the
 * page.
 */
import { openPanel } from '../open-panel.ts';
import type { Command, CommandNote } from '../protocol.ts';

/** Opens the panel, or tells a tab's page what was pressed. */
export function obey(command: string, tab: chrome.tabs.Tab | undefined): void {
  if (tab?.id === undefined) return;
  if (command === 'open-panel') return void openPanel(tab.windowId);
  const note: CommandNote = { type: 'command', command: command as Command };
  // A page of the browser's own has nobody to hear it.
  chrome.tabs.sendMessage(tab.id, note, { frameId: 0 }).catch(() => {});
}
