/**
 * Waits for an article that is on its page and that nobody can see yet: styles alone may show it. A page changes styles
 * all the time, so they are heard only while there is such an article, and only where they hold for all of it: on what it
 * stands in, in the sheets of the head, and at the end of an animation or a download.
 */
import { isWithin, withAncestors } from './tree.ts';

const STYLE: MutationObserverInit = { attributeFilter: ['class', 'style', 'hidden', 'inert', 'aria-hidden', 'open'] };

/** From a change to the next reading, in milliseconds at least; and in times of what the last one cost. */
const SOON = 300;
const COSTS = 100;

/**
 * Calls back once, when the article in an element may have been shown. Returns how to end the waiting.
 *
 * @param cost milliseconds that the last reading took.
 */
export function whenShown(body: Element, cost: number, shown: () => void, session: AbortSignal): () => void {
  const end = new AbortController();
  const signal = AbortSignal.any([session, end.signal]);
  let timer = 0;
  const seen = () => {
    observer.disconnect();
    timer ||= setTimeout(shown, Math.max(SOON, COSTS * cost)) as unknown as number;
  };
  const observer = new MutationObserver(seen);
  for (const box of withAncestors(body)) observer.observe(box, STYLE);
  const head = document.querySelector('head');
  if (head !== null) observer.observe(head, { childList: true, subtree: true });
  const restyled = ({ target }: Event) => {
    if (target instanceof Element && (target.localName === 'link' || isWithin(body, target))) seen();
  };
  for (const kind of ['animationend', 'transitionend', 'load'])
    document.addEventListener(kind, restyled, { signal, capture: true, passive: true });
  signal.addEventListener('abort', () => (observer.disconnect(), clearTimeout(timer)), { once: true });
  return () => end.abort();
}
