/**
 * What an element stands in as the page is shown: a slot before the element that fills it, the host around a shadow
 * root. A form's fields can take the place of its properties: asked plainly, a form with a field named `parentElement`
 * would send whoever climbs round in circles.
 */

const parentElement = getter(Node.prototype, 'parentElement');
const parentNode = getter(Node.prototype, 'parentNode');
const slotOfElement = getter(Element.prototype, 'assignedSlot');
const slotOfText = getter(Text.prototype, 'assignedSlot');

export function parentOf(node: Node): Element | null {
  return slotOf(node) ?? parentElement.call(node) ?? hostOf(parentNode.call(node));
}

/** The slot of an open shadow root that shows a node. */
export function slotOf(node: Node): Element | null {
  return node instanceof Element ? slotOfElement.call(node) : node instanceof Text ? slotOfText.call(node) : null;
}

/** The element itself, its parent, and so on to the root. */
export function* withAncestors(element: Element | null): Generator<Element> {
  for (let box = element; box !== null; box = parentOf(box)) yield box;
}

/** Whether an element is, or stands in, another. */
export function isWithin(element: Node, box: Element): boolean {
  if (Node.prototype.contains.call(box, element)) return true;
  for (let around = parentOf(element); around !== null; around = parentOf(around)) if (around === box) return true;
  return false;
}

function hostOf(root: Node | null): Element | null {
  return root instanceof ShadowRoot ? root.host : null;
}

function getter(prototype: Node, name: string): () => never {
  return Object.getOwnPropertyDescriptor(prototype, name)!.get as () => never;
}
