/** Scrolls to words of the page, in whatever boxes they stand, and only when they are out of sight. */

import { parentOf } from './tree.ts';

/** Of the window's height, kept free above and below: room for the card. */
const MARGIN = 0.15;

export function bringIntoSight(words: Range): void {
  const before = words.getBoundingClientRect();
  if (isInSight(before)) return;
  // First every box around, by the element; an element may be longer than a window, so then by the words themselves.
  parentOf(words.startContainer)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top, height } = words.getBoundingClientRect();
  if (!isInSight({ top, height })) scrollBy({ top: top - (innerHeight - height) / 2, behavior: 'instant' });
}

function isInSight({ top, height }: { top: number; height: number }): boolean {
  return top >= innerHeight * MARGIN && top + height <= innerHeight * (1 - MARGIN);
}
