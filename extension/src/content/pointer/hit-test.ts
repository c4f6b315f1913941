/**
 * Which claim lies under a point of the window. The browser says which character is nearest (fast, however many lines
 * are drawn); our own table says whose it is; the boxes of the words say whether the point is really on them, since
 * the nearest character may be a screen away.
 */
import type { Claim } from 'hearsay';
import { rangesOf, type Piece, type ReadBlock } from '../extraction/block.ts';
import { segmentsAt, type Segment } from '../highlights/segments.ts';

/** CSS pixels around the words that still belong to them: the line is drawn below. */
const ABOVE = 2;
const BELOW = 8;

export class HitTest {
  /** By text node: the block, and the segments of that block in text order. */
  readonly #places = new Map<Text, { read: ReadBlock; piece: Piece; segments: Segment[] }[]>();
  /** The shadow roots to look into: a browser gives away no other. */
  readonly #shadowRoots: ShadowRoot[];

  constructor(blocks: readonly ReadBlock[], segments: readonly Segment[]) {
    for (const [block, inBlock] of Map.groupBy(segments, (segment) => segment.block)) {
      const read = blocks[block]!;
      for (const piece of read.pieces) {
        const places = this.#places.get(piece.node) ?? [];
        places.push({ read, piece, segments: inBlock });
        this.#places.set(piece.node, places);
      }
    }
    const trees = new Set([...this.#places.keys()].map((node) => node.getRootNode()));
    this.#shadowRoots = [...trees].filter((tree) => tree instanceof ShadowRoot);
  }

  /** The claim under a point, in CSS pixels from the window's corner. */
  claimAt(x: number, y: number): Claim | null {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: this.#shadowRoots });
    if (caret === null || !(caret.offsetNode instanceof Text)) return null;
    for (const { read, piece, segments } of this.#places.get(caret.offsetNode) ?? []) {
      const offset = piece.at + caret.offset - piece.from;
      const hit = segmentsAt(segments, offset).find(({ start, end }) =>
        rangesOf(read, start, end).some((range) => covers(range, x, y)),
      );
      if (hit !== undefined) return hit.claim;
    }
    return null;
  }
}

function covers(range: Range, x: number, y: number): boolean {
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top - ABOVE && y <= box.bottom + BELOW) return true;
  }
  return false;
}
