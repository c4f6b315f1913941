/**
 * Claims as pieces of text that do not overlap. A claim may stand inside another's content; lines of both under the
 * same words could not be told apart, so the words belong to the innermost claim. Pure. Offsets are UTF-16 code units
 * within a block.
 */
import type { Claim, Span } from 'hearsay';

/** A piece of one block's text and the claim it belongs to. */
export interface Segment extends Span {
  claim: Claim;
}

/** The pieces of all claims in text order. */
export function segmentsOf(claims: readonly Claim[]): Segment[] {
  const blocks = new Map<number, Segment[]>();
  for (const claim of claims) {
    for (const span of claim.content) {
      const segments = blocks.get(span.block) ?? [];
      segments.push({ ...span, claim });
      blocks.set(span.block, segments);
    }
  }
  return [...blocks.keys()].sort((a, b) => a - b).flatMap((block) => withoutOverlap(blocks.get(block) ?? []));
}

/** The one or two segments that hold a caret: between two segments it belongs to both. */
export function segmentsAt<Kind extends { start: number; end: number }>(
  inOrder: readonly Kind[],
  offset: number,
): Kind[] {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return inOrder.slice(low, low + 2).filter(({ start, end }) => start <= offset && offset <= end);
}

function withoutOverlap(segments: Segment[]): Segment[] {
  segments.sort((a, b) => a.start - b.start || b.end - a.end);
  if (segments.every((segment, index) => index === 0 || segments[index - 1]!.end <= segment.start)) return segments;
  return innermost(segments);
}

/** Writes each claim's number over its words, the longest first, and reads off what stands there in the end. */
function innermost(segments: Segment[]): Segment[] {
  const length = Math.max(...segments.map(({ end }) => end));
  const owners = new Uint32Array(length + 1);
  const byLength = [...segments].sort((a, b) => b.end - b.start - (a.end - a.start));
  byLength.forEach(({ start, end }, index) => owners.fill(index + 1, start, end));
  const pieces: Segment[] = [];
  let start = 0;
  for (let at = 1; at <= length; at++) {
    const owner = owners[at - 1]!;
    if (owners[at] === owner) continue;
    if (owner > 0) pieces.push({ ...byLength[owner - 1]!, start, end: at });
    start = at;
  }
  return pieces;
}
