/** Where some words of the page are, and what can be seen of them. In CSS pixels from the window's corner. */
import { parentOf, withAncestors } from '../../dom/tree.ts';
import { linesOf, type Box } from './placement.ts';

/** The element that the first of some words stand in. */
export function elementOf([first]: readonly Range[]): Element | null {
  return first === undefined ? null : parentOf(first.startContainer);
}

export function linesIn(ranges: readonly Range[]): Box[] {
  return linesOf(ranges.flatMap((range) => [...range.getClientRects()]));
}

/** The part of the page that can be seen: with fingers a page can be enlarged beyond its window. */
export function visibleWindow(): { left: number; top: number; width: number; height: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  const view = visualViewport;
  if (view === null || view.scale === 1)
    return { left: 0, top: 0, width: clientWidth || innerWidth, height: innerHeight || clientHeight };
  return { left: view.offsetLeft, top: view.offsetTop, width: view.width, height: view.height };
}

/** The nearest element around that is not part of a line. */
export function blockOf(element: Element): Element {
  for (const box of withAncestors(element)) if (!getComputedStyle(box).display.startsWith('inline')) return box;
  return element;
}

/** Whether a line of the words can be seen in the window and in every box around it that scrolls. */
export function areInSight(ranges: readonly Range[]): boolean {
  const around = elementOf(ranges);
  return around !== null && linesIn(ranges).some((line) => isInSight(line, around));
}

/** Whether two boxes share a point. */
export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isInSight(line: Box, around: Element): boolean {
  if (line.bottom <= 0 || line.top >= innerHeight) return false;
  for (const box of withAncestors(around)) {
    // A form may answer with one of its fields.
    if (box instanceof HTMLFormElement) continue;
    if (box.matches('body, html')) break;
    if (box.scrollHeight <= box.clientHeight || getComputedStyle(box).overflowY === 'visible') continue;
    const { top, bottom } = box.getBoundingClientRect();
    if (line.bottom <= top || line.top >= bottom) return false;
  }
  return true;
}
