/**
 * Where a card stands: below the words it is about and below their attribution, so that both stay readable; above them
 * where there is no room; never beyond the window's edge. Pure. Everything in CSS pixels from the window's corner.
 */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Place {
  left: number;
  top: number;
  /** The card is not higher than this; what does not fit scrolls inside it. */
  maxHeight: number;
}

/** Between words and card, and between card and the window's edge. */
const GAP = 8;
/** A card squeezed below this height shows nothing worth reading; then it rather covers the words. */
const LOWEST = 160;

/**
 * @param claim the claim's lines, in text order.
 * @param attribution the lines of the words that attribute it.
 * @param block the box that the text stands in.
 */
export function place(claim: readonly Box[], attribution: readonly Box[], block: Box, card: Size, window: Size): Place {
  const words = keptInSight(claim, attribution);
  const below = window.height - GAP - (words.bottom + GAP);
  const above = words.top - GAP - GAP;
  const isBelow = card.height <= below || (card.height > above && below >= above);
  const room = Math.max(isBelow ? below : above, LOWEST);
  const maxHeight = Math.min(room, window.height - 2 * GAP);
  const height = Math.min(card.height, maxHeight);
  const top = isBelow ? words.bottom + GAP : words.top - GAP - height;
  const line = (isBelow ? claim.at(-1) : claim[0]) ?? block;
  const left = claim.length > 1 ? block.left : line.left;
  return {
    left: between(GAP, left, window.width - card.width - GAP),
    top: between(GAP, top, window.height - height - GAP),
    maxHeight,
  };
}

/** The boxes of a run of words joined to one box a line: a link or an emphasis in it has boxes of its own. */
export function linesOf(boxes: Iterable<Box>): Box[] {
  const lines: Box[] = [];
  for (const { left, top, right, bottom } of boxes) {
    if (right <= left || bottom <= top) continue;
    const line = lines.at(-1);
    const middle = (top + bottom) / 2;
    if (line !== undefined && middle > line.top && middle < line.bottom) {
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
      line.top = Math.min(line.top, top);
      line.bottom = Math.max(line.bottom, bottom);
    } else {
      lines.push({ left, top, right, bottom });
    }
  }
  return lines;
}

/** The claim with as much of its attribution as stands within two lines of it. */
function keptInSight(claim: readonly Box[], attribution: readonly Box[]): { top: number; bottom: number } {
  const top = Math.min(...claim.map((box) => box.top));
  const bottom = Math.max(...claim.map((box) => box.bottom));
  const line = Math.max(...claim.map((box) => box.bottom - box.top)) * 1.6;
  const near = attribution.filter((box) => box.top >= top - 2 * line - 1 && box.bottom <= bottom + 2 * line + 1);
  return {
    top: Math.min(top, ...near.map((box) => box.top)),
    bottom: Math.max(bottom, ...near.map((box) => box.bottom)),
  };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
