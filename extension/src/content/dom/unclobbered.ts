/**
 * Asks a node for what it is although its page may have clobbered it: a form's fields take the place of its properties.
 * Asked plainly, a form with a field named `parentElement` would send whoever climbs round in circles, and one with a
 * field named `childNodes` throws. Only where an element may be a form; nothing else can be clobbered.
 */

export const parentElementOf = getter<Element | null>(Node.prototype, 'parentElement');
export const parentNodeOf = getter<ParentNode | null>(Node.prototype, 'parentNode');
export const childNodesOf = getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
export const textContentOf = getter<string | null>(Node.prototype, 'textContent');
const slotOfElement = getter<Element | null>(Element.prototype, 'assignedSlot');
const slotOfText = getter<Element | null>(Text.prototype, 'assignedSlot');

/** The slot of an open shadow root that shows a node. */
export function slotOf(node: Node): Element | null {
  return node instanceof Element ? slotOfElement(node) : node instanceof Text ? slotOfText(node) : null;
}

export function elementsIn(element: Element, selector: string): NodeListOf<Element> {
  return Element.prototype.querySelectorAll.call(element, selector);
}

/** Whether a node contains another, in one tree. */
export function contains(box: Node, node: Node): boolean {
  return Node.prototype.contains.call(box, node);
}

function getter<Value>(prototype: Node, name: string): (node: Node) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)!.get as (this: Node) => Value;
  return (node) => get.call(node);
}
