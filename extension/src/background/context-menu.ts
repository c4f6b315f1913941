/** What the context menu of a page offers. The entries are made once, when the extension is installed or renewed. */
import { say } from '../i18n.ts';
import type { Question } from '../messages.ts';

const PAGES = ['http://*/*', 'https://*/*'];

export async function fillMenu(): Promise<void> {
  await chrome.contextMenus.removeAll();
  offer('source-of-selection', say('menu_source'), 'selection');
  offer('copy-sources', say('menu_copy_sources'), 'page');
}

function offer(id: Question, title: string, context: 'selection' | 'page'): void {
  chrome.contextMenus.create({ id, title, contexts: [context], documentUrlPatterns: PAGES });
}
