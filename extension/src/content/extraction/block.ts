/**
 * A block as it was read: what the engine is given of it, and where each of its characters stands on the page.
 * Offsets are UTF-16 code units throughout.
 */
import type { Block } from 'hearsay';
import { parentOf, withAncestors } from '../dom/tree.ts';
import { isBefore } from '../dom/unclobbered-in-article.ts';

/** A run of a block's text that one text node holds. */
export interface Piece {
  /** Where it begins in the block. */
  at: number;
  node: Text;
  /** Where it begins in the node. */
  from: number;
  length: number;
}

/** A block, its pieces in order. Between two pieces there may be characters that no node holds: a line break. */
export interface ReadBlock {
  block: Required<Block>;
  pieces: readonly Piece[];
}

/**
 * The words from `start` to `end` as they stand on the page now, in as few ranges as hold nothing else: what was left
 * out between them, or has come between them since, parts them. Empty when the page has changed the words, so that
 * nothing is ever drawn under others.
 *
 * @param isApart no range holds both text that is apart in this and text that is not.
 */
export function rangesOf(
  read: ReadBlock,
  start: number,
  end: number,
  isApart: (text: Text) => boolean = () => false,
): Range[] {
  const ranges: Range[] = [];
  let before: Piece | null = null;
  for (const piece of piecesInPlace(read, start, end)) {
    const last = ranges.at(-1);
    const goesOn = before !== null && isNext(before, piece) && isApart(before.node) === isApart(piece.node);
    const range = goesOn && last !== undefined ? last : new Range();
    if (range !== last) {
      range.setStart(piece.node, piece.from + Math.max(0, start - piece.at));
      ranges.push(range);
    }
    range.setEnd(piece.node, piece.from + Math.min(piece.length, end - piece.at));
    before = piece;
  }
  return ranges.length < 2 ? ranges : ranges.filter((range) => /\S/.test(range.toString()));
}

/** Whether no other text stands between two pieces. */
function isNext(before: Piece, { node, from }: Piece): boolean {
  if (from > 0 || before.from + before.length < before.node.data.length) return false;
  const walker = document.createTreeWalker(before.node.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = before.node;
  let next = walker.nextNode();
  while (next !== null && next !== node && (next as Text).data === '') next = walker.nextNode();
  return next === node;
}

/** Whether there are such words on the page now. */
export function isOnPage(read: ReadBlock, start: number, end: number): boolean {
  return piecesInPlace(read, start, end).length > 0;
}

/** The smallest element that holds a whole block. Null when the page has taken it away. */
export function boxOf({ pieces }: ReadBlock): Element | null {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first.node === last.node) return parentOf(first.node);
  const aroundLast = new Set(withAncestors(parentOf(last.node)));
  for (const box of withAncestors(parentOf(first.node))) if (aroundLast.has(box)) return box;
  return null;
}

/** The runs that hold these words. None when the page has changed one of them, or their order. */
function piecesInPlace({ block, pieces }: ReadBlock, start: number, end: number): Piece[] {
  const touched = pieces.filter((piece) => piece.at < end && piece.at + piece.length > start);
  return touched.every((piece) => stillHolds(block.text, piece)) && areInOrder(touched) ? touched : [];
}

/** Whether each still comes after those before it. Of two trees nobody can say. */
function areInOrder(pieces: readonly Piece[]): boolean {
  if (pieces.length === 1) return true;
  const newest = new Map<Node, Text>();
  return pieces.every(({ node }) => {
    const tree = node.getRootNode();
    const before = newest.get(tree);
    newest.set(tree, node);
    return before === undefined || isBefore(before, node);
  });
}

/** Whether a run still stands where it was read. */
export function stillHolds(text: string, { at, node, from, length }: Piece): boolean {
  return (
    node.isConnected && node.data.startsWith(text.slice(at, at + length), from) && node.data.length >= from + length
  );
}
