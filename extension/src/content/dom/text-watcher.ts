/**
 * Says when a page's text may have changed: words rewritten in place, an article swapped without a load, posts added
 * above or below. Looks at nothing while nothing changes; a page that changes
 * without end is read at a falling rate and never costs more than a hundredth of the time.
 */

import { isWithin } from './tree.ts';
import { textContentOf } from './unclobbered.ts';
import { whenAborted } from './when-aborted.ts';

/** What a watcher has to know of the readings. */
export interface Watched {
  /** The element that held the article at the last reading; null where there was none. */
  body(): Element | null;
  /** Reads the page again. */
  reread(): Promise<Outcome>;
}

export interface Outcome {
  /** Whether the article has other words than before. */
  changed: boolean;
  /** Milliseconds of the page's own time that the reading took. */
  cost: number;
}

/** From the first change to the next reading, in milliseconds: changes come in bursts. */
const SOON = 300;
/** The longest wait on a page whose article goes on changing, and on one whose changes never are the article's. */
const LATE_WITH_NEWS = 5_000;
const LATE_WITHOUT = 30_000;
/** The share of the time that readings may take. */
const SHARE = 0.01;
/** Added text shorter than this is no part of an article. UTF-16 code units. */
const PARAGRAPH = 80;
/** Of a larger burst of changes only this many are looked at. */
const BURST = 50;

interface Navigating {
  navigation?: EventTarget;
}

export interface Watcher {
  /** Reads the page again as soon as the share of the time allows: something is known to have changed that a reader waits for. */
  rereadSoon(): void;
  /** Listens in these shadow roots too, which the document says nothing of. */
  alsoIn(roots: Iterable<ShadowRoot>): void;
}

const TEXT: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Watches a page until the signal ends it. */
export function watch(watched: Watched, signal: AbortSignal): Watcher {
  const roots = new Set<ShadowRoot>();
  let isListening = false;
  let wait = SOON;
  let timer = 0;
  /** When the next reading is due, while one is. */
  let due = Infinity;
  let lastReading = 0;
  let lastCost = 0;

  const observer = new MutationObserver((records) => {
    if (concernsText(records, watched.body())) schedule(wait);
  });
  const listen = () => {
    isListening = true;
    observer.observe(document, TEXT);
    for (const root of roots) {
      if (root.isConnected) observer.observe(root, TEXT);
      else roots.delete(root);
    }
  };
  const schedule = (milliseconds: number) => {
    // One change is as good as a thousand: until the next reading nobody has to listen.
    observer.disconnect();
    isListening = false;
    const at = performance.now() + milliseconds;
    if (at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => void again(), milliseconds) as unknown as number;
  };
  /** For what a reader waits for: whatever the rate has fallen to, but within the share. */
  const scheduleSoon = () => schedule(Math.max(SOON, lastCost / SHARE));
  const again = async () => {
    await whenVisible(signal);
    due = Infinity;
    if (signal.aborted) return;
    listen();
    const { changed, cost } = await watched.reread();
    lastCost = cost;
    const now = performance.now();
    const settled = now - lastReading > 2 * LATE_WITH_NEWS;
    lastReading = now;
    const next = changed && settled ? SOON : Math.min(wait * 2, changed ? LATE_WITH_NEWS : LATE_WITHOUT);
    wait = Math.max(next, cost / SHARE);
  };

  /** A component that is defined late draws itself without a change that could be heard. */
  const awaitComponents = (milliseconds: number) => {
    if (milliseconds > LATE_WITHOUT || document.querySelector(':not(:defined)') === null) return;
    setTimeout(() => {
      if (signal.aborted || watched.body() !== null) return;
      void again();
      awaitComponents(2 * milliseconds);
    }, milliseconds);
  };

  listen();
  awaitComponents(SOON);
  let address = addressNow();
  const moved = () => {
    // Some pages note in their address how far the reader has come.
    const now = addressNow();
    if (now === address) return;
    address = now;
    wait = SOON;
    scheduleSoon();
  };
  // Another page without a load.
  (globalThis as Navigating).navigation?.addEventListener('currententrychange', moved, { signal });
  whenAborted(signal, () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    rereadSoon: scheduleSoon,
    alsoIn(found) {
      for (const root of found) {
        if (isListening && !roots.has(root)) observer.observe(root, TEXT);
        roots.add(root);
      }
    },
  };
}

/** Waits until the page is in sight: a tab in the background is nobody's reading. */
export async function whenVisible(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return;
  await new Promise<unknown>((resolve) => {
    document.addEventListener('visibilitychange', resolve, { signal, once: true });
    whenAborted(signal, () => resolve(null));
  });
}

function addressNow(): string {
  return location.href.split('#')[0]!;
}

function concernsText(records: readonly MutationRecord[], body: Element | null): boolean {
  if (records.length > BURST || (body !== null && !body.isConnected)) return true;
  return records.some(
    ({ type, target, addedNodes }) =>
      (body !== null && isWithin(target, body)) ||
      (type === 'characterData' ? [target] : [...addedNodes]).some(mayHoldParagraph),
  );
}

/** What is in a component cannot be seen from outside. */
function mayHoldParagraph(node: Node): boolean {
  if (node instanceof Text) return node.length >= PARAGRAPH;
  return node instanceof Element && (node.shadowRoot !== null || (textContentOf(node) ?? '').length >= PARAGRAPH);
}
