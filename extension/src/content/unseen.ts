/**
 * Waits for an article that is on its page and that nobody can see yet: styles alone may show it. A page changes styles
 * all the time, so they are heard only while there is such an article, and only where they hold for all of it: on what it
 * stands in, in the sheets of the head, and at the end of an animation or a download.
 */
import { isWithin, withAncestors } from './ancestors.ts';

const STYLE: MutationObserverInit = { attributeFilter: ['class', 'style', 'hidden', 'inert', 'aria-hidden', 'open'] };

/** Calls back once, when the article in an element may have been shown. */
export function whenShown(body: Element, shown: () => void, signal: AbortSignal): void {
  const end = new AbortController();
  const ends = { signal: AbortSignal.any([signal, end.signal]) };
  const seen = () => {
    end.abort();
    shown();
  };
  const observer = new MutationObserver(seen);
  for (const box of withAncestors(body)) observer.observe(box, STYLE);
  const head = document.querySelector('head');
  if (head !== null) observer.observe(head, { childList: true, subtree: true });
  ends.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  const restyled = ({ target }: Event) => {
    if (target instanceof Element && (target.localName === 'link' || isWithin(body, target))) seen();
  };
  for (const kind of ['animationend', 'transitionend', 'load']) document.addEventListener(kind, restyled, { ...ends, capture: true, passive: true });
}
