/**
 * What is no part of an article's telling: navigation, asides, comments, code, fields, hidden and editable text. What
 * an element declares comes first (its name, role, attributes), then what its site calls it, then its style.
 */

import { parentOf, withAncestors } from '../ancestors.ts';
import { elementsIn, textContentOf } from '../clobbering.ts';

/** Elements that flow with the words around them unless a style says otherwise. */
const INLINE = 'a,abbr,b,bdi,bdo,big,cite,data,del,dfn,em,font,i,ins,mark,q,s,small,span,strong,sub,sup,time,tt,u,var';
const INLINE_NAMES = new Set(INLINE.split(','));

const NAMES = new Set(
  `nav,aside,button,label,legend,input,select,textarea,datalist,output,progress,meter,dialog,menu,template,script,style,\
noscript,iframe,object,embed,video,audio,canvas,svg,math,pre,code,kbd,samp,rt,rp,amp-ad,amp-auto-ads,amp-consent,\
amp-embed,amp-lightbox,amp-sidebar,amp-social-share,amp-sticky-ad,amp-user-notification`.split(','),
);

const ROLES = new Set(
  `navigation,complementary,contentinfo,banner,search,dialog,alertdialog,alert,status,menu,menubar,toolbar,tablist,\
tooltip,textbox,searchbox,button,timer,marquee,note,doc-endnotes,doc-toc`.split(','),
);

const BY_ATTRIBUTE = [
  '[hidden],[inert],[contenteditable]:not([contenteditable=false])',
  // A drop cap is hidden from assistive technology only; a box is hidden for good.
  `[aria-hidden=true]:not(${INLINE})`,
  '[class*=sr-only i],[class*=screen-reader i],[class*=visually-hidden i],[class*=visuallyhidden i]',
  '[itemprop~=comment],[itemprop~=commentText],[itemtype$="schema.org/Comment"],article.comment,article.comment-body',
  '[data-ad],[data-ad-slot],[data-ad-unit],[data-google-query-id],ins.adsbygoogle',
].join();

/** Words that say so in what a box is called: alone, or parted from others by a hyphen, an underscore or a capital. */
const WORDS = [
  'comments?|disqus|respond|responses',
  'related|recommend(?:ed|ations?)|trending|popular|taboola|outbrain',
  'newsletter|subscri(?:be|ption)|signup|share|sharing|sharebar|social',
  'promo(?:tion)?|ads?|adslot|adverts?|advertisement|sponsored|teads',
  'cookies?|cookiebot|consent|gdpr|onetrust|didomi|usercentrics|cmp|sp-message',
  'breadcrumbs?|pagination|pager|toc|sidebar|widget|metadata|noprint|editsection',
  'infobox|fact-?box|navbox|reflist|references|catlinks|hatnote',
  // The part of an article that is to be paid for is itself called `paywall`; the offer has a longer name.
  'paywall-(?:bar|barrier|box|cta|gate|message|modal|offer|overlay|prompt|promo|wall)',
  'signature|postprofile',
];
const CALLED = new RegExp(`(?:^|[\\s-])(?:${WORDS.join('|')})(?![a-z])`, 'i');

/** Only boxes are judged by what they are called: a paragraph of class `share-price` is a paragraph. */
const BOXES = 'div,section,ul,ol,table,footer,header,span';
/** Where sites name a box for their scripts and their tests, besides its class. */
const NAMED_IN = ['id', 'data-component', 'data-module', 'data-testid'];

/** Headings of boxes that lead elsewhere, and labels of what is paid for. */
const LEADS_AWAY =
  /^(?:advertisement|sponsored|promoted|paid (?:content|post)|related|recommended|also (?:in|on|read)\b|see also$|more (?:on this|from|stories|news)|most (?:read|popular)|read (?:more|next)|what to read|you (?:may|might) also|cookie|newsletters?$|(?:readers?.? )?comments?$)/i;
/** A label is shorter, and so is a box that leads away. UTF-16 code units. */
const LONG_LABEL = 40;
const LONG_BOX = 1500;
/** Nobody is asked for an address in more words. UTF-16 code units. */
const LONG_REQUEST = 300;

/** Whether an element and all in it is left out, by what it declares. Asks for no style. */
export function isLeftOut(element: Element): boolean {
  if (element instanceof HTMLFormElement) return false;
  const name = element.localName;
  if (NAMES.has(name)) return true;
  // The words of a block quotation's source stand in its footer.
  if (name === 'footer') return element.closest('blockquote') === null;
  // Marks of a note, `[3]`, would stand in the way between two sentences.
  if (name === 'sup') return element.querySelector('a[href*="#"]') !== null;
  if (name === 'details' && !element.hasAttribute('open')) return true;
  if (!element.hasAttributes()) return false;
  const role = element.getAttribute('role');
  return (role !== null && ROLES.has(role)) || element.matches(BY_ATTRIBUTE);
}

/** Answers whether an element stands in anything that `isApart` names, and remembers its answers. */
export function standsIn(isApart: (element: Element) => boolean): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  return function ask(element): boolean {
    if (element === null) return false;
    let answer = known.get(element);
    if (answer === undefined) known.set(element, (answer = isApart(element) || ask(parentOf(element))));
    return answer;
  };
}

/** Whether a box is called by its site what an article does not hold (comments, related stories, a newsletter), or headed so. */
export function isCalledApart(element: Element): boolean {
  if (element instanceof HTMLFormElement || !element.matches(BOXES)) return false;
  return (element.hasAttributes() && CALLED.test(namesOf(element))) || leadsAway(element);
}

function namesOf(element: Element): string {
  let names = element.getAttribute('class') ?? '';
  for (const attribute of NAMED_IN) if (element.hasAttribute(attribute)) names += ` ${element.getAttribute(attribute)}`;
  return names.replace(/([a-z])(?=[A-Z])/g, '$1-').replaceAll('_', '-');
}

function leadsAway(box: Element): boolean {
  if (LEADS_AWAY.test(box.getAttribute('aria-label') ?? '')) return true;
  const first = box.firstElementChild;
  const isLabel = first !== null && (/^h[2-6]$/.test(first.localName) || (first.childElementCount === 0 && /^(?:p|div)$/.test(first.localName)));
  if (!isLabel || /\S/.test(first.previousSibling?.textContent ?? '')) return false;
  const label = (first.textContent ?? '').trim();
  return label.length < LONG_LABEL && LEADS_AWAY.test(label) && (box.textContent ?? '').length < LONG_BOX;
}

/** Boxes that ask for a reader's address: a field for it with the words around. The article itself is none. */
export function askingForAddress(root: Element, article: ReadonlySet<Element>): Set<Element> {
  const boxes = new Set<Element>();
  for (const field of elementsIn(root, 'input[type=email]')) {
    let box = field;
    for (const around of withAncestors(parentOf(field))) {
      if (article.has(around) || (textContentOf(around) ?? '').length > LONG_REQUEST) break;
      box = around;
    }
    boxes.add(box);
  }
  return boxes;
}

/** To the left of everything a window shows. CSS pixels. */
const FAR_OUT = -999;

/** How an element takes part in the flow of text, by its style. */
export type Flow = 'hidden' | 'inline' | 'block';

/** Asks for the style of one element; for a layout only where a box is taken out of the flow. */
export function flowOf(element: Element): Flow {
  const style = getComputedStyle(element);
  const { display, position } = style;
  // A document that no window shows has no styles.
  if (display === '') return INLINE_NAMES.has(element.localName) ? 'inline' : 'block';
  if (display === 'none' || style.visibility !== 'visible') return 'hidden';
  if (/^(?:inline|ruby|contents)/.test(display)) return 'inline';
  if (!INLINE_NAMES.has(element.localName)) return isLifted(element, position, style) ? 'hidden' : 'block';
  // A drop cap floats and is still the first letter of its word; a label lifted out of its line is not in it.
  if (style.float !== 'none') return (element.textContent ?? '').trim().length <= 3 ? 'inline' : 'block';
  return /absolute|fixed/.test(position) ? 'hidden' : 'block';
}

/** Whether a box stands over the page (a banner, a drawer), or is there for the ears alone: cut to nothing, or far out. */
function isLifted(element: Element, position: string, style: CSSStyleDeclaration): boolean {
  if (position === 'fixed') return element.matches(BOXES);
  // Each property costs something to ask for, and the last one a layout.
  return position === 'absolute' && (/^rect\((?:0|1px)/.test(style.clip) || /^inset\((?:[5-9]\d|100)%/.test(style.clipPath) || parseFloat(style.left) < FAR_OUT);
}
