/**
 * Sends what the background sends when the browser tells it of a key or of an entry of the context menu: no driver can
 * press what is the browser's own.
 */
import type { Command } from '../../../extension/src/protocol.ts';
import type { ExtensionPage } from './browser.ts';

export function send(page: ExtensionPage, command: Command): Promise<void> {
  return page.run(async (command) => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.tabs.sendMessage(tab!.id!, { type: 'command', command }, { frameId: 0 });
  }, command);
}
