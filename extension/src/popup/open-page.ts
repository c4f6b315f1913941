/**
 * The page that the popup stands over, as far as it can be known: what its content script says, or why there is none
 * that says anything. A page that is being loaded is waited for.
 */
import { PAGE_PORT, type PageNote, type PageRequest, type PageState } from '../protocol.ts';
import { hostOf } from '../site.ts';

export type Sight =
  /** What the page says of itself. */
  | { kind: 'page'; host: string; state: PageState }
  /** The page is being loaded, or too busy to answer yet. */
  | { kind: 'loading'; host: string }
  /** The page was open before the extension came, so it has no content script. */
  | { kind: 'unloaded'; host: string }
  /** The reader's browser keeps the extension away from this site. `origins` is the pattern to ask for. */
  | { kind: 'withheld'; host: string; origins: string }
  /** No extension may run here. */
  | { kind: 'closed' };

export interface OpenPage {
  /** Tells the page something. Without a page nothing happens. */
  ask(request: PageRequest): void;
  /** Loads the page again. */
  reload(): void;
}

/** After a page has loaded, its content script may need this long to start, in milliseconds. */
const START = 250;

/** Looks at a tab's page and calls back with each new sight of it. */
export function lookAt(tabId: number, seen: (sight: Sight) => void): OpenPage {
  let port: chrome.runtime.Port | null = null;
  let startAwaited = false;
  let reloaded = false;

  function connect() {
    const opened = chrome.tabs.connect(tabId, { name: PAGE_PORT, frameId: 0 });
    port = opened;
    opened.onMessage.addListener(({ host, state }: PageNote) => {
      startAwaited = false;
      seen({ kind: 'page', host, state });
    });
    opened.onDisconnect.addListener(() => {
      // Reading the error is how a browser is told that nobody there to answer is no surprise.
      void chrome.runtime.lastError;
      port = null;
      void lookFromOutside();
    });
  }

  async function lookFromOutside() {
    const { url = '', status } = await chrome.tabs.get(tabId);
    const host = hostOf(url);
    if (host === null) return seen({ kind: 'closed' });
    if (status === 'loading') return seen({ kind: 'loading', host });
    const origins = `*://${new URL(url).hostname}/*`;
    if (!(await chrome.permissions.contains({ origins: [origins] }))) return seen({ kind: 'withheld', host, origins });
    if (!startAwaited) {
      startAwaited = true;
      setTimeout(connect, START);
      return;
    }
    // Loading it again did not help: one of the few sites that browsers close to all extensions.
    seen(reloaded ? { kind: 'closed' } : { kind: 'unloaded', host });
  }

  chrome.tabs.onUpdated.addListener((id, { status }) => {
    if (id !== tabId || status !== 'complete' || port !== null) return;
    startAwaited = false;
    connect();
  });
  connect();

  return {
    ask: (request) => port?.postMessage(request),
    reload() {
      reloaded = true;
      void chrome.tabs.reload(tabId);
    },
  };
}
