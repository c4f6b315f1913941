/**
 * A block as it was read: what the engine is given of it, and where each of its characters stands on the page.
 * Offsets are UTF-16 code units throughout.
 */
import type { Block } from 'hearsay';
import { isWithin, parentOf } from '../ancestors.ts';

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
 * The words from `start` to `end` as they stand on the page now: one range for each tree they stand in. None when the
 * page has changed them since, so that nothing is ever drawn under other words.
 */
export function rangesOf(read: ReadBlock, start: number, end: number): Range[] {
  return byTree(standing(read, start, end)).map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const range = new Range();
    range.setStart(first.node, first.from + Math.max(0, start - first.at));
    range.setEnd(last.node, last.from + Math.min(last.length, end - last.at));
    return range;
  });
}

/** A range cannot reach from one tree into another. */
function byTree(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  let tree: Node | null = null;
  for (const piece of pieces) {
    const root = pieces.length === 1 ? null : piece.node.getRootNode();
    if (runs.length > 0 && root === tree) runs.at(-1)!.push(piece);
    else runs.push([piece]);
    tree = root;
  }
  return runs;
}

/** Whether there are such words on the page now. */
export function isOnPage(read: ReadBlock, start: number, end: number): boolean {
  return standing(read, start, end).length > 0;
}

/** The smallest element that holds a whole block. Null when the page has taken it away. */
export function boxOf({ pieces }: ReadBlock): Element | null {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  let box = parentOf(first.node);
  while (box !== null && first !== last && !isWithin(last.node, box)) box = parentOf(box);
  return box;
}

/** The runs that hold these words. None when the page has changed one of them. */
function standing({ block, pieces }: ReadBlock, start: number, end: number): Piece[] {
  const touched = pieces.filter((piece) => piece.at < end && piece.at + piece.length > start);
  return touched.every((piece) => stillHolds(block.text, piece)) ? touched : [];
}

/** Whether a run still stands where it was read. */
export function stillHolds(text: string, { at, node, from, length }: Piece): boolean {
  return node.isConnected && node.data.startsWith(text.slice(at, at + length), from) && node.data.length >= from + length;
}
