/**
 * What holds no running text of a page's own by what it declares: navigation, asides, dialogs, comments, hidden and
 * editable text. It is looked at on every page, so it has what paragraphs stand in and no more; an article's reading leaves
 * out all the rest too (`extraction/exclusions.ts`).
 */
import { parentOf } from '../dom/tree.ts';

const APART =
  'nav,aside,dialog,menu,button,label,pre,code,amp-consent,amp-lightbox,amp-sidebar,amp-user-notification,details:not([open]),' +
  '[hidden],[inert],[aria-hidden=true],[contenteditable]:not([contenteditable=false]),footer:not(blockquote *),' +
  '[role=navigation],[role=complementary],[role=contentinfo],[role=banner],[role=search],[role$=dialog],[role=alert],[role=status],[role=note],[role=doc-endnotes],' +
  '[itemprop~=comment],[itemprop~=commentText],[itemtype$="schema.org/Comment"],article.comment,article.comment-body';

/** What stands over a page, what it stands over as long as it does, and what is yet to be shown. */
const OVER = 'dialog[open],[role$=dialog],[inert],[aria-hidden=true],[hidden]';

/** Whether an element is set apart, with all in it. Asks for no style. */
export type IsSetApart = (element: Element) => boolean;

export function isSetApart(element: Element): boolean {
  return !(element instanceof HTMLFormElement) && element.matches(APART);
}

/** The same for a page that has hardly any text but in what stands over it, or under that. */
export function butForOver(isApart: IsSetApart): IsSetApart {
  return (element) => isApart(element) && !element.matches(OVER);
}

/** Whether text stands over a page, or under what does. */
export function hasTextOver(page: Document): boolean {
  return page.querySelector(`:is(${OVER}) :is(p,br,li,div)`) !== null;
}

/** Answers whether an element stands in anything that `isApart` names, and remembers its answers. */
export function standsIn(isApart: IsSetApart): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  return function ask(element): boolean {
    if (element === null) return false;
    let answer = known.get(element);
    if (answer === undefined) known.set(element, (answer = isApart(element) || ask(parentOf(element))));
    return answer;
  };
}
