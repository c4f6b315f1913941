/** Where a card stands on the page: by some words, and with them while boxes scroll. In CSS pixels. */
import { groundBehind } from './colour-scheme.ts';
import { ENOUGH, place, type Box } from './placement.ts';
import { areInSight, blockOf, elementOf, linesIn, visibleWindow } from './visibility.ts';

/** From the first line of the words to the card. */
export interface Offset {
  left: number;
  top: number;
  /** To the lower edge of a card that stands above them: there it stays, however high the card is. */
  bottom: number | null;
}

/** What a reader wants to see beside the words. */
export interface Beside {
  attribution: readonly Range[];
  /** The sentences that the words stand in, and the one behind them. */
  sentences: readonly Range[];
  next: readonly Range[];
}

/** Puts a card by some words, in the colours of the ground behind them. Null when the words are nowhere to be seen. */
export function standBy(card: HTMLElement, words: readonly Range[], beside: Beside): Offset | null {
  // Where it is shown first it can make the page longer; a scroll bar for that would set the words anew.
  moveTo(card, 0, 0);
  const element = elementOf(words);
  const lines = linesIn(words);
  const [first] = lines;
  if (element === null || first === undefined) return null;
  card.dataset['ground'] = groundBehind(element);
  card.style.maxHeight = '';
  const view = visibleWindow();
  const toView = shift(-view.left, -view.top);
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const block = blockOf(element).getBoundingClientRect();
  const boxes = (ranges: readonly Range[]) => linesIn(ranges).map(toView);
  const keep = { attribution: boxes(beside.attribution), sentences: boxes(beside.sentences), next: boxes(beside.next) };
  const at = place(lines.map(toView), keep, toView(block), size, view);
  card.style.maxHeight = `${at.maxHeight}px`;
  const left = at.left + view.left;
  const top = at.top + view.top;
  moveTo(card, left, top);
  fits(card);
  const offset = { left: left - first.left, top: top - first.top };
  return { ...offset, bottom: at.isAbove ? offset.top + card.offsetHeight : null };
}

/** Lets a card that has become higher, or lower, grow away from its words. False when there is no room for that. */
export function grow(card: HTMLElement, words: readonly Range[], offset: Offset): boolean {
  if (offset.bottom !== null) offset.top = offset.bottom - card.offsetHeight;
  if (!keepBy(card, words, offset)) return false;
  const { top, bottom } = card.getBoundingClientRect();
  return fits(card) && top >= 0 && bottom <= innerHeight;
}

/** Whether enough of a card can be seen; the rest is scrolled to. */
function fits(card: HTMLElement): boolean {
  const { scrollHeight, clientHeight } = card;
  card.toggleAttribute('data-scrolls', scrollHeight > clientHeight);
  return clientHeight >= Math.min(scrollHeight, ENOUGH);
}

/** Keeps a card by its words; a page that scrolls as a whole takes it along by itself. False when they are out of sight. */
export function keepBy(card: HTMLElement, words: readonly Range[], offset: Offset): boolean {
  const [first] = linesIn(words);
  if (first === undefined || !areInSight(words)) return false;
  moveTo(card, first.left + offset.left, first.top + offset.top);
  return true;
}

/** From the window's corner. */
function moveTo({ style }: HTMLElement, left: number, top: number): void {
  style.left = `${left + scrollX}px`;
  style.top = `${top + scrollY}px`;
}

function shift(left: number, top: number): (box: Box) => Box {
  return (box) => ({ left: box.left + left, top: box.top + top, right: box.right + left, bottom: box.bottom + top });
}
