/**
 * Which claim lies under a point of the window. The browser says which character is nearest (fast, however many lines
 * are drawn); our own table says whose it is; the boxes of the words say whether the point is really on them, since
 * the nearest character may be a screen away.
 */
import type { Claim } from 'hearsay';
import type { Piece, ReadBlock } from '../blocks/block.ts';
import type { Segment } from '../marks/segments.ts';

/** A segment as it stands on the page. */
export interface Placed {
  segment: Segment;
  range: Range;
}

/** CSS pixels around the words that still belong to them: the line is drawn below. */
const ABOVE = 2;
const BELOW = 8;

export class HitTest {
  /** By text node: the block, and the segments of that block in text order. */
  readonly #places = new Map<Text, { piece: Piece; segments: Placed[] }[]>();

  constructor(blocks: readonly ReadBlock[], placed: readonly Placed[]) {
    const byBlock = Map.groupBy(placed, ({ segment }) => segment.block);
    for (const [block, segments] of byBlock) {
      for (const piece of blocks[block]?.pieces ?? []) {
        const places = this.#places.get(piece.node) ?? [];
        places.push({ piece, segments });
        this.#places.set(piece.node, places);
      }
    }
  }

  /** The claim under a point, in CSS pixels from the window's corner. */
  claimAt(x: number, y: number): Claim | null {
    const caret = document.caretPositionFromPoint(x, y);
    if (caret === null || !(caret.offsetNode instanceof Text)) return null;
    for (const { piece, segments } of this.#places.get(caret.offsetNode) ?? []) {
      const offset = piece.at + caret.offset - piece.from;
      const hit = segmentsAt(segments, offset).find(({ range }) => covers(range, x, y));
      if (hit !== undefined) return hit.segment.claim;
    }
    return null;
  }
}

/** The one or two segments that hold a caret: between two segments it belongs to both. */
export function segmentsAt<Kind extends { segment: { start: number; end: number } }>(inOrder: readonly Kind[], offset: number): Kind[] {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder[middle]!.segment.end < offset) low = middle + 1;
    else high = middle;
  }
  return inOrder.slice(low, low + 2).filter(({ segment }) => segment.start <= offset && offset <= segment.end);
}

function covers(range: Range, x: number, y: number): boolean {
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top - ABOVE && y <= box.bottom + BELOW) return true;
  }
  return false;
}
