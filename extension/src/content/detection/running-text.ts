/**
 * Where a page holds running text: its passages, found by looking at what paragraphs are usually made of (`p`, lines
 * parted by `br`, bare text in boxes) without asking for a single style or a layout. In go its trees; out come
 * passages in document order, lazily, so that whoever has seen enough can stop.
 */

import { rootOf, type Trees } from '../dom/shadow-roots.ts';
import { parentOf, withAncestors } from '../dom/tree.ts';
import { childNodesOf, elementsIn, textContentOf } from '../dom/unclobbered.ts';
import { butForOver, hasTextOver, isSetApart, standsIn, type IsSetApart } from './boilerplate.ts';

/** A piece of running text. */
export interface Passage {
  element: Element;
  /** Its length in UTF-16 code units, white space around it left out; 0 where what was looked at does not run. */
  length: number;
  /** How many paragraphs a reader sees in it: several where `br` parts them. */
  paragraphs: number;
}

/** A shorter piece is a label, a date, a button. UTF-16 code units. */
const PASSAGE = 40;
/** Running text is mostly not linked. */
const LINKED_SHARE = 0.5;
/** With less than this in paragraphs and between breaks, bare text counts too. UTF-16 code units. */
const ENOUGH = 1000;
/** Boxes looked at for bare text, at most. */
const BOXES = 3000;
/** What holds bare text. */
const BARE = 'div,section,article,main,td,span,li,dd,blockquote,h2,h3,h4';
/** Less than this beside a dialog is no article. UTF-16 code units. */
const BESIDE = 250;
/** So many lines, so short on average, are a poem, a song, a list of addresses. UTF-16 code units. */
const VERSE = { lines: 6, length: 45 };

/**
 * A page's passages in `p` and between `br`; where its document holds little of these, those in its components, and bare
 * text in boxes. Where hardly any of it is found but in a dialog, or under one, that is the page's text. What does not run
 * comes along as a passage of no length: after each, the browser may have its turn.
 *
 * @param most looks at no more places than this in each tree, spread evenly over it.
 * @param isApart what holds none of it.
 */
export function* passages(trees: Trees, most = Infinity, isApart: IsSetApart = isSetApart): Generator<Passage> {
  const found = new Set<Element>();
  let length = 0;
  for (const passage of passagesBut(isApart, trees, most)) {
    if (passage.length > 0) found.add(passage.element);
    length += passage.length;
    yield passage;
  }
  if (length >= BESIDE || !hasTextOver(trees.page)) return;
  for (const passage of passagesBut(butForOver(isApart), trees, most)) if (!found.has(passage.element)) yield passage;
}

function* passagesBut(isOut: IsSetApart, trees: Trees, most: number): Generator<Passage> {
  const isApart = standsIn(
    (element) => isOut(element) || element.localName === 'a' || element.localName === 'figcaption',
  );
  const running = (element: Element, length: number, paragraphs: number): Passage =>
    length >= PASSAGE && !isApart(element) && linkedLength(element) < length * LINKED_SHARE
      ? { element, length, paragraphs }
      : { element, length: 0, paragraphs: 0 };
  const seen = new Set<Element>();
  let found = 0;
  for (const tree of inTurn(trees, () => found < ENOUGH)) {
    for (const { element, length, paragraphs } of paragraphsIn(tree, most, seen)) {
      const passage = running(element, length, paragraphs);
      found += passage.length;
      yield passage;
    }
  }
  if (found >= ENOUGH) return;
  for (const tree of inTurn(trees, () => true)) {
    for (const element of evenly(tree.querySelectorAll(BARE), Math.min(most, BOXES)))
      if (!seen.has(element)) yield running(element, sum(ownTexts(element)), 1);
  }
}

/** The document, then its shadow roots if they are still asked for. */
function* inTurn(trees: Trees, goesOn: () => boolean): Generator<ParentNode> {
  yield trees.page;
  if (goesOn()) yield* trees.roots;
}

/** What stands in `p` and between `br`. */
function* paragraphsIn(tree: ParentNode, most: number, seen: Set<Element>): Generator<Passage> {
  for (const mark of evenly(tree.querySelectorAll('p,br'), most)) {
    const isBreak = mark.localName === 'br';
    const element = isBreak ? parentOf(mark) : mark;
    if (element === null || seen.has(element) || (isBreak && element.localName === 'p')) continue;
    seen.add(element);
    // Between breaks only the element's own text counts: a `p` inside speaks for itself.
    const breaks = element.firstElementChild === null ? 0 : elementsIn(element, ':scope > br').length;
    const lines = breaks > 0 ? ownTexts(element) : [];
    const length = isBreak ? sum(lines) : textLength(element);
    const isVerse = lines.length >= VERSE.lines && length < lines.length * VERSE.length;
    if (!isVerse) yield { element, length, paragraphs: isBreak ? 1 + Math.floor(breaks / 2) : 1 };
  }
}

/**
 * Leaves out passages that stand alone in their surroundings: a teaser has its card for itself, paragraphs have
 * neighbours.
 */
export function* standingTogether(all: Iterable<Passage>): Generator<Passage> {
  /** The first passage of each surroundings, until a second one comes. */
  const alone = new Map<Element | null, Passage | null>();
  for (const passage of all) {
    if (passage.length === 0) {
      yield passage;
      continue;
    }
    const place = surroundings(passage.element);
    const first = alone.get(place);
    if (first === undefined && passage.paragraphs === 1) {
      alone.set(place, passage);
      continue;
    }
    if (first) yield first;
    alone.set(place, null);
    yield passage;
  }
}

/** Where a passage stands among others. Some sites put each paragraph in a box of its own: the box counts as one. */
export function surroundings(element: Element): Element | null {
  for (const box of withAncestors(parentOf(element))) if (!holdsOne(box)) return box;
  return null;
}

function holdsOne(box: Element): boolean {
  if (box.firstElementChild !== null && box.firstElementChild === box.lastElementChild) return true;
  if (box instanceof HTMLSlotElement) return box.assignedElements().length === 1;
  const root = rootOf(box);
  return root !== null && [...root.children].filter((child) => !child.matches('style,link')).length === 1;
}

function* evenly(all: ArrayLike<Element>, most: number): Generator<Element> {
  const step = Math.max(1, all.length / most);
  for (let at = 0; at < all.length; at += step) yield all[Math.floor(at)]!;
}

function linkedLength(element: Element): number {
  if (element.firstElementChild === null) return 0;
  let length = 0;
  for (const link of elementsIn(element, 'a')) length += textLength(link);
  return length;
}

/** The lengths of an element's own pieces of text that are more than white space. */
function ownTexts(element: Element): number[] {
  const lengths: number[] = [];
  for (const child of childNodesOf(element)) if (child.nodeType === Node.TEXT_NODE) lengths.push(textLength(child));
  return lengths.filter((length) => length > 0);
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

function textLength(node: Node): number {
  return (textContentOf(node) ?? '').trim().length;
}
