/**
 * The one node that Hearsay adds to a page, with a closed shadow root: no style of the page reaches what is in it, and
 * no script of the page sees it.
 */
import tokens from '../../ui/tokens.css' with { type: 'text' };
import { withAncestors } from '../dom/tree.ts';
import { isMatchOf } from '../dom/unclobbered-in-article.ts';
import sheet from './card.css' with { type: 'text' };

export interface Hosted {
  host: HTMLElement;
  shadow: ShadowRoot;
}

/**
 * Where the node belongs for words in an element: at the end of the document; but where the page shows a dialog over
 * everything, or a popover that a click elsewhere would close, in there.
 */
export function placeFor(element: Element | null): Element {
  for (const box of withAncestors(element)) if (isMatchOf(box, ':popover-open, :modal')) return box;
  return [...document.querySelectorAll(':popover-open:not([popover=manual i])')].at(-1) ?? document.documentElement;
}

/**
 * Builds the node without adding it to the page.
 *
 * @param more a sheet of styles besides those of the card.
 */
export function buildHost(more = ''): Hosted {
  const host = document.createElement('hearsay-card');
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = [styles(tokens), styles(sheet), styles(more)];
  return { host, shadow };
}

export function styles(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
