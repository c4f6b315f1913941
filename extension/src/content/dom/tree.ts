/** What an element stands in as the page is shown: a slot before the element that fills it, the host around a shadow root. */
import { contains, parentElementOf, parentNodeOf, slotOf } from './unclobbered.ts';

export function parentOf(node: Node): Element | null {
  return slotOf(node) ?? parentElementOf(node) ?? hostOf(parentNodeOf(node));
}

/** The element itself, its parent, and so on to the root. */
export function* withAncestors(element: Element | null): Generator<Element> {
  for (let box = element; box !== null; box = parentOf(box)) yield box;
}

/** Whether an element is, or stands in, another. */
export function isWithin(element: Node, box: Element): boolean {
  if (contains(box, element)) return true;
  for (let around = parentOf(element); around !== null; around = parentOf(around)) if (around === box) return true;
  return false;
}

function hostOf(root: Node | null): Element | null {
  return root instanceof ShadowRoot ? root.host : null;
}
