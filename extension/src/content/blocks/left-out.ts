/**
 * What is no part of an article's telling: navigation, asides, comments, code, fields, hidden and editable text. What
 * an element declares comes first (its name, role, attributes), then what its class or id calls it, then its style.
 */

import { parentOf } from '../ancestors.ts';

/** Elements that flow with the words around them unless a style says otherwise. */
const INLINE = 'a,abbr,b,bdi,bdo,big,cite,data,del,dfn,em,font,i,ins,mark,q,s,small,span,strong,sub,sup,time,tt,u,var';

const NAMES = new Set(
  `nav,aside,button,label,legend,input,select,textarea,datalist,output,progress,meter,dialog,menu,template,script,style,\
noscript,iframe,object,embed,video,audio,canvas,svg,math,pre,code,kbd,samp,rt,rp`.split(','),
);

const ROLES = new Set(
  `navigation,complementary,contentinfo,banner,search,dialog,alertdialog,alert,status,menu,menubar,toolbar,tablist,\
tooltip,textbox,searchbox,button,timer,marquee,doc-endnotes,doc-toc`.split(','),
);

const BY_ATTRIBUTE = [
  '[hidden],[contenteditable]:not([contenteditable=false])',
  // A drop cap is hidden from assistive technology only; a box is hidden for good.
  `[aria-hidden=true]:not(${INLINE})`,
  '[class*=sr-only i],[class*=screen-reader i],[class*=visually-hidden i],[class*=visuallyhidden i]',
].join();

/** Words of a class or id that say so: alone, or parted from others by a hyphen, an underscore or a capital. */
const CALLED = new RegExp(
  `(?:^|[\\s_-])(?:comments?|disqus|respond|related|recommend(?:ed|ations?)|newsletter|subscri(?:be|ption)|signup|share|sharing|sharebar|social|promo(?:tion)?|ads?|adslot|adverts?|advertisement|sponsored|cookies?|consent|gdpr|breadcrumbs?|pagination|pager|toc|trending|popular|sidebar|widget|paywall|navbox|infobox|reflist|references|catlinks|hatnote|metadata|noprint|editsection)(?![a-z])`,
  'i',
);

/** Only boxes are judged by what they are called: a paragraph of class `share-price` is a paragraph. */
const BOXES = 'div,section,ul,ol,table,footer,header,span';

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

/** Whether a box is called by its site what an article does not hold: comments, related stories, a newsletter. */
export function isCalledApart(element: Element): boolean {
  if (element instanceof HTMLFormElement || !element.hasAttributes()) return false;
  const called = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return CALLED.test(called.replace(/([a-z])(?=[A-Z])/g, '$1-')) && element.matches(BOXES);
}

/** How an element takes part in the flow of text, by its style. */
export type Flow = 'hidden' | 'inline' | 'block';

/** Asks for the style of one element, never for a layout. */
export function flowOf(element: Element): Flow {
  const style = getComputedStyle(element);
  const { display } = style;
  // A document that no window shows has no styles.
  if (display === '') return element.matches(INLINE) ? 'inline' : 'block';
  if (display === 'none' || style.visibility !== 'visible') return 'hidden';
  if (/^(?:inline|ruby|contents)/.test(display)) return 'inline';
  if (!element.matches(INLINE)) return 'block';
  // A drop cap floats and is still the first letter of its word; a label lifted out of its line is not in it.
  if (style.float !== 'none') return (element.textContent ?? '').trim().length <= 3 ? 'inline' : 'block';
  return /absolute|fixed/.test(style.position) ? 'hidden' : 'block';
}
