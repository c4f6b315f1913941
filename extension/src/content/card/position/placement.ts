/**
 * Where a card stands: where it covers neither the sentence it is about nor the next one, below or above them, whichever is
 * nearer, else beside them; where there is no such room, below the words and their attribution, or above; never beyond the
 * window's edge. Pure. Everything in CSS pixels from the window's corner.
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

export interface CardPlace {
  left: number;
  top: number;
  /** The card is not higher than this; what does not fit scrolls inside it. */
  maxHeight: number;
  /** It stands above what is to be read: should it become higher, it grows upwards. */
  isAbove: boolean;
}

/** Between words and card, and between card and the window's edge. */
const GAP = 8;
/** A card squeezed below this height shows nothing worth reading; then it rather covers the words. */
const LOWEST = 160;
/** A card of this height shows what it says before what it offers, even with everything unfolded. */
export const ENOUGH = 220;
/** How many lines nearer above has to be than below. */
const FARTHER = 2.5;
/** A sentence that begins more lines farther down is not the next thing that is read. */
const NEXT = 3;

/** What a reader wants to see beside the claim, as lines. */
export interface Kept {
  /** The words that attribute it. */
  attribution: readonly Box[];
  /** The sentences that it stands in. */
  sentences: readonly Box[];
  /** The sentence behind them. */
  next: readonly Box[];
}

/**
 * @param claim the claim's lines, in text order.
 * @param block the box that the text stands in.
 */
export function place(claim: readonly Box[], kept: Kept, block: Box, card: Size, window: Size): CardPlace {
  return clearOf(claim, kept, block, card, window) ?? byWords(claim, kept.attribution, block, card, window);
}

/** A place off the sentences; null where there is no room for one. */
function clearOf(
  claim: readonly Box[],
  { attribution, sentences, next }: Kept,
  block: Box,
  card: Size,
  window: Size,
): CardPlace | null {
  const words = hull(claim);
  const sentence = hull([...claim, ...sentences]);
  const near = keptInSight(claim, attribution);
  const lines = lineHeight(claim);
  // What stands behind a picture is read later.
  const isNext = next.length > 0 && hull(next).top - sentence.bottom < NEXT * lines;
  const top = Math.min(sentence.top, near.top);
  const bottom = Math.max(sentence.bottom, near.bottom, isNext ? hull(next).bottom : 0);
  const free = {
    left: between(GAP, leftOf(claim, block, true), window.width - card.width - GAP),
    maxHeight: window.height - 2 * GAP,
    isAbove: false,
  };
  const below = { ...free, top: bottom + GAP, maxHeight: window.height - bottom - 2 * GAP };
  const above = { ...free, top: top - GAP - card.height, maxHeight: top - 2 * GAP, isAbove: true };
  const isFar = bottom - words.bottom > words.top - top + FARTHER * lines;
  const sides = isFar ? [above, below] : [below, above];
  const withRoomFor = (height: number) =>
    sides.find(({ top, maxHeight }) => maxHeight >= height && top + card.height + GAP <= window.height);
  // With more unfolded it shall not have to go elsewhere.
  const clear = withRoomFor(Math.max(card.height, ENOUGH)) ?? withRoomFor(card.height);
  if (clear !== undefined) return clear;
  const beside = [block.right + GAP, block.left - GAP - card.width].find(
    (left) => left >= GAP && left + card.width + GAP <= window.width,
  );
  if (beside === undefined || card.height > free.maxHeight) return null;
  const from = between(GAP, words.top, window.height - card.height - GAP);
  return { left: beside, top: from, maxHeight: window.height - from - GAP, isAbove: false };
}

/** Below the words and their attribution, or above, on the side with more room. */
function byWords(claim: readonly Box[], attribution: readonly Box[], block: Box, card: Size, window: Size): CardPlace {
  const words = keptInSight(claim, attribution);
  const below = window.height - GAP - (words.bottom + GAP);
  const above = words.top - GAP - GAP;
  const isBelow = card.height <= below || (card.height > above && below >= above);
  const room = Math.max(isBelow ? below : above, LOWEST);
  const maxHeight = Math.min(room, window.height - 2 * GAP);
  const height = Math.min(card.height, maxHeight);
  const top = isBelow ? words.bottom + GAP : words.top - GAP - height;
  return {
    left: between(GAP, leftOf(claim, block, isBelow), window.width - card.width - GAP),
    top: between(GAP, top, window.height - height - GAP),
    maxHeight,
    isAbove: !isBelow,
  };
}

/** The left edge of the claim's nearest line, or of its block where it wraps. */
function leftOf(claim: readonly Box[], block: Box, isBelow: boolean): number {
  return claim.length > 1 ? block.left : ((isBelow ? claim.at(-1) : claim[0]) ?? block).left;
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
function keptInSight(claim: readonly Box[], attribution: readonly Box[]): Edges {
  const { top, bottom } = hull(claim);
  const line = lineHeight(claim);
  const near = attribution.filter((box) => box.top >= top - 2 * line - 1 && box.bottom <= bottom + 2 * line + 1);
  return hull([...claim, ...near]);
}

interface Edges {
  top: number;
  bottom: number;
}

function hull(boxes: readonly Box[]): Edges {
  return { top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
}

/** From one line to the next, roughly. */
function lineHeight(claim: readonly Box[]): number {
  return Math.max(...claim.map((box) => box.bottom - box.top)) * 1.6;
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
