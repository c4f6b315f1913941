/**
 * What an element stands in. A form's fields can take the place of its properties: asked plainly, a form with a field
 * named `parentElement` would send whoever climbs round in circles.
 */

const parentElement = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')!.get!;

export function parentOf(node: Node): Element | null {
  return parentElement.call(node);
}

/** The element itself, its parent, and so on to the root. */
export function* withAncestors(element: Element | null): Generator<Element> {
  for (let box = element; box !== null; box = parentOf(box)) yield box;
}
