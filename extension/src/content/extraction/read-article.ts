/**
 * A page's article as blocks of text, one for each paragraph a reader sees: inline elements joined, parted where the
 * page breaks a line twice. In goes the document; out come blocks with their regions, their links and the place of each
 * character. Nothing is written to the page and no layout is asked for; of each element its style is asked once.
 */
import { isOfOtherKind } from '../detection/other-page-types.ts';
import { Trees } from '../dom/shadow-roots.ts';
import { withAncestors } from '../dom/tree.ts';
import { scopeOf, startOf, type Scope } from './article-scope.ts';
import type { ReadBlock } from './block.ts';
import { DomWalker } from './dom-walker.ts';
import { withoutRepetition } from './duplicates.ts';
import { ElementStack } from './element-stack.ts';
import { TextCollector } from './text-collector.ts';

/** What was read. */
export interface Reading {
  blocks: ReadBlock[];
  /** How much text they hold, in UTF-16 code units. */
  length: number;
  /** How many UTF-16 code units were read of an article that is too long; else null. */
  truncatedAt: number | null;
  /** The open shadow roots that parts of it stand in. */
  roots: ReadonlySet<ShadowRoot>;
}

/** Nodes between two pauses. */
const STRIDE = 32;

/**
 * Reads a page's article; null when the page has no body, or is of another kind. Pauses every few nodes.
 *
 * @param anyway whether it is read whatever its kind.
 */
export function* readPage(
  page: Document,
  trees = new Trees(page),
  anyway = true,
): Generator<void, { body: Element; reading: Reading } | null> {
  if (!anyway && isOfOtherKind(page)) return null;
  const scope = yield* scopeOf(page, trees);
  if (scope === null) return null;
  yield;
  return { body: scope.body, reading: isDisplayed(scope.body) ? yield* readBlocks(scope) : NOTHING };
}

const NOTHING: Reading = { blocks: [], length: 0, truncatedAt: null, roots: new Set() };

function isDisplayed(body: Element): boolean {
  for (const box of withAncestors(body)) if (getComputedStyle(box).display === 'none') return false;
  return true;
}

/** Visits every node from the headline to the end of the body, in the order in which they are shown. */
function* readBlocks(scope: Scope): Generator<void, Reading> {
  const collector = new TextCollector();
  const stack = new ElementStack(collector, scope);
  const walker = new DomWalker(scope.root, startOf(scope));
  let node: Node | null = walker.node;
  for (let steps = 1; node !== null && !collector.isFull; steps++) {
    let entered = false;
    if (node instanceof Text) collector.write(node);
    else entered = stack.open(node as Element);
    node = onward(walker, node, stack, scope.body, entered);
    if (steps % STRIDE === 0) yield;
  }
  collector.endBlock();
  const { blocks, isFull } = collector;
  const length = lengthOf(blocks);
  return { blocks: withoutRepetition(blocks), length, truncatedAt: isFull ? length : null, roots: walker.roots };
}

/** Goes on to the next node, closing what ends on the way. Null at the end of the body. */
function onward(walker: DomWalker, from: Node, stack: ElementStack, body: Element, entered: boolean): Node | null {
  if (entered) {
    const child = walker.enter(from as Element);
    if (child !== null) return child;
    stack.close();
  }
  for (let at: Node | null = from; at !== body; stack.close()) {
    const next = walker.next();
    if (next !== null) return next;
    at = walker.leave();
    if (at === null) return null;
  }
  return null;
}

function lengthOf(blocks: ReadBlock[]): number {
  return blocks.reduce((sum, { block }) => sum + block.text.length, 0);
}
