/** What the page in a tab says of itself, asked of its content script. */
import { PAGE_PORT, type PageNote } from '../messages.ts';

/** Once it has looked at itself, which a page does not before it is seen; null where nobody answers, or not in so many milliseconds. */
export function pageIn(tabId: number, patience?: number): Promise<PageNote | null> {
  return new Promise((answered) => {
    const port = chrome.tabs.connect(tabId, { name: PAGE_PORT, frameId: 0 });
    const end = (note: PageNote | null) => {
      answered(note);
      port.disconnect();
    };
    if (patience !== undefined) setTimeout(end, patience, null);
    port.onMessage.addListener((note: PageNote) => {
      if (note.state.status !== 'reading') end(note);
    });
    port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError;
      answered(null);
    });
  });
}
