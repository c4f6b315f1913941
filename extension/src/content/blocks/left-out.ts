/**
 * What is no part of an article's telling: navigation, asides, comments, code, fields, hidden and editable text. What
 * an element declares comes first (its name, role, attributes), then what its class or id calls it, then its style.
 */

const NAMES = new Set(
  `nav aside button label legend input select textarea option datalist output progress meter script style noscript template iframe
  object embed video audio canvas svg math map dialog menu pre code kbd samp rt rp head title`.split(/\s+/),
);

const ROLES = new Set(
  `navigation complementary contentinfo banner search dialog alertdialog alert status menu menubar toolbar tablist
  tooltip textbox searchbox button timer marquee doc-endnotes doc-toc doc-footnote`.split(/\s+/),
);

/** Boxes whose class or id says so: whole (`hatnote`) or as one of its words (`article-share`, `RelatedStories`). */
const CALLED = new Set(
  `comment comments disqus respond related recommended recommendation recommendations newsletter subscribe subscription
  signup share sharing sharebar social promo promotion advert adverts advertisement ad ads adslot sponsored cookie
  cookies consent gdpr breadcrumb breadcrumbs pagination pager toc trending popular sidebar widget navbox infobox reflist
  references catlinks hatnote metadata noprint editsection paywall`.split(/\s+/),
);

/** Only boxes are judged by what they are called: a paragraph of class `share-price` is a paragraph. */
const BOXES = new Set(['div', 'section', 'ul', 'ol', 'table', 'form', 'footer', 'header', 'span']);

const UNSEEN = /\b(?:sr-only|screen-?reader|visually-?hidden|visuallyhidden|hidden-visually|offscreen|a11y-hidden)/i;

/** Elements that flow with the words around them unless a style says otherwise. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark q s small span strike strong sub sup time tt u var wbr'.split(' '),
);

/** Whether an element and all in it is left out, by what it declares. Asks for no style. */
export function isLeftOut(element: Element): boolean {
  const name = element.localName;
  if (NAMES.has(name) || element.hasAttribute('hidden')) return true;
  const role = element.getAttribute('role');
  if (role !== null && ROLES.has(role)) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  // A drop cap is hidden from assistive technology only; a box is hidden for good.
  if (element.getAttribute('aria-hidden') === 'true' && !INLINE.has(name)) return true;
  if (UNSEEN.test(element.getAttribute('class') ?? '')) return true;
  if (name === 'footer') return element.closest('blockquote') === null;
  if (name === 'sup') return isNoteMark(element);
  return name === 'details' && !element.hasAttribute('open');
}

/** Whether a box is called by its site what an article does not hold: comments, related stories, a newsletter. */
export function isCalledApart(element: Element): boolean {
  return BOXES.has(element.localName) && (names(element.getAttribute('class')) || names(element.id));
}

/** How an element takes part in the flow of text, by its style. */
export type Flow = 'hidden' | 'inline' | 'block';

/** Asks for the style of one element, never for a layout. */
export function flowOf(element: Element): Flow {
  const style = getComputedStyle(element);
  const { display } = style;
  if (display === 'none' || style.visibility !== 'visible') return 'hidden';
  if (display.startsWith('inline') || display.startsWith('ruby') || display === 'contents') return 'inline';
  if (!INLINE.has(element.localName)) return 'block';
  // A drop cap floats and is still the first letter of its word; a label lifted out of its line is not in it.
  if (style.float !== 'none') return (element.textContent ?? '').trim().length <= 3 ? 'inline' : 'block';
  return style.position === 'absolute' || style.position === 'fixed' ? 'hidden' : 'block';
}

/** `[3]`: it belongs to the page's apparatus and would stand in the way between two sentences. */
function isNoteMark(element: Element): boolean {
  return (element.textContent ?? '').length < 8 && element.querySelector('a[href*="#"]') !== null;
}

function names(called: string | null): boolean {
  if (called === null || called === '') return false;
  return called.split(/\s+/).some((name) => wordsOf(name).some((word) => CALLED.has(word)));
}

/** `RelatedStories`, `related_stories` and `related-stories` have the same two words. */
function wordsOf(name: string): string[] {
  return name.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase().split(/[-_:]+/);
}
