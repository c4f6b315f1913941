/**
 * Says when a page has put another document in the place of its own: a new root element, or all of it written anew. Whatever
 * listened on the old root is gone with it, and `document.open()` takes every listener from the document and the window too.
 * A page that does so without end is followed at a falling rate.
 */

import { whenAborted } from './when-aborted.ts';

/** From a rewriting to the call, in milliseconds: the new document comes in pieces. */
const SOON = 100;
/** The longest wait on a page that goes on. */
const LATE = 30_000;

/** Calls back after each rewriting, until the signal ends it. */
export function whenRewritten(rewritten: () => void, signal: AbortSignal): void {
  let root = document.documentElement;
  let wait = SOON;
  let timer = 0;
  let last = -Infinity;
  const observer = new MutationObserver(() => {
    const now = document.documentElement as HTMLElement | null;
    if (now === null || now === root || timer !== 0) return;
    wait = performance.now() - last > 2 * LATE ? SOON : Math.min(2 * wait, LATE);
    timer = setTimeout(() => {
      timer = 0;
      root = document.documentElement;
      last = performance.now();
      rewritten();
    }, wait) as unknown as number;
  });
  observer.observe(document, { childList: true });
  whenAborted(signal, () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
