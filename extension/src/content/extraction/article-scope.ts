/**
 * Which part of a page is the article: from its headline to the end of the smallest element that holds its running
 * text. In goes the document; out comes a stretch of it. Asks for no style and no layout. Pauses between its steps.
 */
import { standsIn } from '../detection/boilerplate.ts';
import { passages, standingTogether, surroundings, type Passage } from '../detection/running-text.ts';
import { Trees } from '../dom/shadow-roots.ts';
import { isWithin, withAncestors } from '../dom/tree.ts';
import { isBefore, rootNodeOf } from '../dom/unclobbered-in-article.ts';
import { elementsIn, textContentOf } from '../dom/unclobbered.ts';
import { weighed, type IsApart } from './box-weighing.ts';
import { isLeftOut } from './exclusions.ts';

/** A stretch of a document: everything inside `root` from where `headline` begins to where `body` ends. */
export interface Scope {
  root: Element;
  /** Where it begins; null where no headline was found: then it begins where `body` does. */
  headline: Element | null;
  body: Element;
  /** Whether a box in it is apart from the article by what its site calls it. */
  isApart: IsApart;
}

/** The element that an article begins with. */
export function startOf({ headline, body }: Scope): Element {
  return headline ?? body;
}

/** Places looked at for running text, spread evenly over the page. */
const PASSAGES = 200;
/** The share of the running text that the article holds at least; the rest is a standfirst, a box, a comment. */
const SHARE = 0.8;

/** So much running text before the rest is an article of its own: more were added behind it. UTF-16 code units. */
const ARTICLE = 500;

const HEADINGS = 'h1, h2, [itemprop~="headline"], .entry-title, [role="heading"][aria-level="1"]';
/** Before a headline may stand a line about the author. UTF-16 code units. */
const PREAMBLE = 120;

/** The article of a page. Null when the page has no body. */
export function* scopeOf(page: Document, trees = new Trees(page)): Generator<void, Scope | null> {
  // Asked for by selector: a form named `body` takes the place of `page.body`, one named `title` that of `page.title`.
  const whole = page.querySelector('body');
  if (whole === null) return null;
  const all: Passage[] = [];
  for (const passage of passages(trees, PASSAGES, isLeftOut)) {
    if (passage.length > 0) all.push(passage);
    yield;
  }
  yield;
  const together = [...standingTogether(all)];
  const isApart = weighed(together.length > 0 ? together : all);
  yield;
  const body = bodyOf(whole, all, together, isApart);
  yield;
  const headline = headlineOf(trees, body, all);
  return { root: headline === null ? body : commonRoot(body, headline), headline, body, isApart };
}

function isForm(element: Element): boolean {
  return element instanceof HTMLFormElement;
}

function bodyOf(whole: Element, all: readonly Passage[], together: readonly Passage[], isApart: IsApart): Element {
  const standsApart = standsIn((element) => element !== whole && isApart(element));
  const isOwn = ({ element }: Passage) => !standsApart(element);
  const own = together.filter(isOwn);
  const counted = [own, all.filter(isOwn), all].find(({ length }) => length > 0);
  if (counted === undefined) return keptAsItStands(whole);
  const weights = new Map<Element, number>();
  let sum = 0;
  for (const { element, length } of counted) {
    sum += length;
    for (const box of withAncestors(element)) weights.set(box, (weights.get(box) ?? 0) + length);
  }
  let body = whole;
  // A form cannot be asked for anything: its fields may take the place of its properties. What it stands in will do.
  for (const [box, weight] of weights) if (weight >= sum * SHARE && isWithin(box, body) && !isForm(box)) body = box;
  const first = firstArticle(own, body);
  for (const box of withAncestors(first === null ? body : commonRoot(body, first)))
    if (box.localName !== 'p' && !isForm(box)) return box;
  return whole;
}

/** Where the first passages stand that are an article by themselves, with all the rest behind them. Null when they are in the body. */
function firstArticle(own: readonly Passage[], body: Element): Element | null {
  for (const [place, run] of Map.groupBy(own, ({ element }) => surroundings(element))) {
    if (place === null || isWithin(place, body) || isWithin(body, place) || follows(place, body)) continue;
    if (run.reduce((sum, { length }) => sum + length, 0) >= ARTICLE) return place;
  }
  return null;
}

/** Text that its page keeps as it stands, where that is most of what the page has; else all of the page. */
function keptAsItStands(whole: Element): Element {
  const kept = [...elementsIn(whole, 'pre')].find(
    (text) => (text.textContent ?? '').length * 2 > (textContentOf(whole) ?? '').length,
  );
  return kept ?? whole;
}

/** The heading that says what the page's title says; else the last first-rank heading before the text. */
function headlineOf({ page, known }: Trees, body: Element, all: readonly Passage[]): Element | null {
  const titles = [
    page.querySelector('title')?.textContent ?? '',
    page.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '',
  ].map(plain);
  const declared = [page, ...known].flatMap((tree) => [...tree.querySelectorAll(HEADINGS)]);
  const headings = declared
    .map((heading) => heading.closest('h1, h2') ?? heading)
    .filter((heading) => heading.closest('nav, aside, footer, [role="banner"]') === null);
  const titled = headings.filter((heading) => {
    const words = plain(heading.textContent);
    return words.length > 8 && titles.some((title) => title.includes(words)) && !isBehind(heading, body, all, PREAMBLE);
  });
  return (
    titled.at(-1) ??
    headings.findLast((heading) => heading.localName !== 'h2' && !isBehind(heading, body, all, 0)) ??
    null
  );
}

/** Whether a heading belongs to what comes after the text begins, that is after more of it than `most` UTF-16 code units. */
function isBehind(heading: Element, body: Element, all: readonly Passage[], most: number): boolean {
  if (!isWithin(heading, body)) return follows(heading, body);
  let before = 0;
  for (const { element, length } of all) if (isWithin(element, body) && follows(heading, element)) before += length;
  return before > most;
}

/** Whether a heading comes after an element, or stands in it, as the page is shown. */
function follows(heading: Element, other: Element): boolean {
  if (rootNodeOf(heading) === rootNodeOf(other)) return isBefore(other, heading);
  const around = [...withAncestors(other)];
  let branch = heading;
  for (const box of withAncestors(heading)) {
    const at = around.indexOf(box);
    if (at === 0) return true;
    if (at > 0) return branch !== box && isBefore(around[at - 1]!, branch);
    branch = box;
  }
  return false;
}

function commonRoot(one: Element, other: Element): Element {
  const around = new Set(withAncestors(other));
  for (const box of withAncestors(one)) if (around.has(box)) return box;
  return one;
}

function plain(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
}
