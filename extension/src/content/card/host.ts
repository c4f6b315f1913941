/**
 * The one node that Hearsay adds to a page, with a closed shadow root: no style of the page reaches what is in it, and
 * no script of the page sees it.
 */
import tokens from '../../look/tokens.css' with { type: 'text' };
import sheet from './card.css' with { type: 'text' };

export interface Hosted {
  host: HTMLElement;
  shadow: ShadowRoot;
}

/** Builds the node without adding it to the page. */
export function buildHost(): Hosted {
  const host = document.createElement('hearsay-card');
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = [styles(tokens), styles(sheet)];
  return { host, shadow };
}

function styles(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
