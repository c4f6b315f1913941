/**
 * The page that the popup or the panel stands over, as far as it can be known: what its content script says, or why there is none
 * that says anything. A page that is being loaded is waited for.
 */
import { bringContentScript } from '../browser/content-script-injection.ts';
import {
  PAGE_PORT,
  type ExportedArticle,
  type ExportNote,
  type PageAction,
  type PageNote,
  type PageRequest,
  type PageState,
} from '../messages.ts';
import { hostOf, patternOf } from '../settings/site-rules.ts';

export type TabStatus =
  /**
   * What the page says of itself. `withheld`: the site's pattern, where the reader's browser lets the extension in only
   * this once, because its button was pressed.
   */
  | { kind: 'page'; host: string; title: string; state: PageState; withheld: string | null }
  /** The page is being loaded, or too busy to answer yet. */
  | { kind: 'loading'; host: string }
  /** The reader's browser keeps the extension away from this site. */
  | { kind: 'withheld'; host: string; withheld: string }
  /** Nobody answers, and the browser does not tell which page this is. */
  | { kind: 'unknown' }
  /** No extension may run here. */
  | { kind: 'closed' };

export interface TabConnection {
  /** Tells the page something. Without a page nothing happens. */
  ask(action: PageAction): void;
  /** The page's article for a file; null when it has none, or there is no page. */
  article(): Promise<ExportedArticle | null>;
  /** Looks no more: nothing is called back afterwards. */
  leave(): void;
}

/**
 * A content script may need this long to start, in milliseconds: after the page has loaded, and where a reader lets the
 * extension in, once or for good. Then it is brought.
 */
const START = 250;

/** Looks at a tab's page and calls back with each new status. */
export function connectToTab(tabId: number, seen: (tabStatus: TabStatus) => void): TabConnection {
  let port: chrome.runtime.Port | null = null;
  let startAwaited = false;
  let isBrought = false;
  /** Who waits for the page's article. */
  const awaiting: ((article: ExportedArticle | null) => void)[] = [];
  let hasLeft = false;

  /** Also where the reader lets the extension in: then the background has a page read that was withheld before. */
  function begin() {
    startAwaited = false;
    isBrought = false;
    connect();
  }

  function connect() {
    if (hasLeft) return;
    const opened = chrome.tabs.connect(tabId, { name: PAGE_PORT, frameId: 0 });
    const withheld = chrome.tabs.get(tabId).then(withheldOrigin);
    port?.disconnect();
    port = opened;
    opened.onMessage.addListener(async (note: PageNote | ExportNote) => {
      if (note.type === 'export') return awaiting.splice(0).forEach((given) => given(note.article));
      const { host, title, state } = note;
      startAwaited = false;
      const allowed = await withheld;
      if (port === opened) seen({ kind: 'page', host, title, state, withheld: allowed });
    });
    opened.onDisconnect.addListener(() => {
      // Reading the error is how a browser is told that nobody there to answer is no surprise.
      void chrome.runtime.lastError;
      if (port !== opened) return;
      port = null;
      awaiting.splice(0).forEach((given) => given(null));
      void lookFromOutside();
    });
  }

  async function lookFromOutside() {
    const tab = await chrome.tabs.get(tabId);
    if (hasLeft) return;
    const host = hostOf(tab.url ?? '');
    // The address of a tab is told only where the extension is let in, or was called by its button.
    if (host === null && tab.url !== undefined) return seen({ kind: 'closed' });
    if (tab.status === 'loading') return seen({ kind: 'loading', host: host ?? '' });
    if (!startAwaited) {
      startAwaited = true;
      setTimeout(connect, START);
      return;
    }
    if (host === null) return seen({ kind: 'unknown' });
    // Older than the extension, or withheld until the button was pressed, as it is now.
    if (!isBrought) {
      isBrought = true;
      if (await bringContentScript(tabId, [0])) return connect();
    }
    const withheld = await withheldOrigin(tab);
    if (hasLeft) return;
    // Who is let in and finds nobody is on one of the few sites that browsers close to all extensions.
    seen(withheld !== null ? { kind: 'withheld', host, withheld } : { kind: 'closed' });
  }

  const whenLoaded = (id: number, { status }: chrome.tabs.OnUpdatedInfo) => {
    if (id !== tabId || status !== 'complete' || port !== null) return;
    begin();
  };
  chrome.tabs.onUpdated.addListener(whenLoaded);
  chrome.permissions.onAdded.addListener(begin);
  begin();

  return {
    ask: (action) => port?.postMessage(action),
    article() {
      return new Promise((given) => {
        if (port === null) return given(null);
        awaiting.push(given);
        port.postMessage({ type: 'export' } satisfies PageRequest);
      });
    },
    leave() {
      hasLeft = true;
      chrome.tabs.onUpdated.removeListener(whenLoaded);
      chrome.permissions.onAdded.removeListener(begin);
      const opened = port;
      port = null;
      opened?.disconnect();
    },
  };
}

/** The pattern of a tab's site if the reader's browser withholds the site; null if not, or if no site is known. */
async function withheldOrigin({ url = '' }: chrome.tabs.Tab): Promise<string | null> {
  if (hostOf(url) === null) return null;
  const origin = patternOf(new URL(url));
  return (await chrome.permissions.contains({ origins: [origin] })) ? null : origin;
}
