/**
 * More that a node is asked past what its page may have clobbered (`unclobbered.ts`): what only an article needs, so that no
 * other page pays for it.
 */

export function rootNodeOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export function isMatchOf(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Whether a node comes before another in one tree. */
export function isBefore(one: Node, other: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
