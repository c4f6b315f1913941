/**
 * Goes over a page in the order in which it is shown: from an element into its open shadow root, from a slot to what
 * fills it. In goes a place to start from; out come elements and text nodes, as the caller steps.
 */
import { rootOf } from '../dom/shadow-roots.ts';
import { parentOf, withAncestors } from '../dom/tree.ts';
import { rootNodeOf } from '../dom/unclobbered-in-article.ts';
import { slotOf } from '../dom/unclobbered.ts';

export class DomWalker {
  /** The shadow roots it went through. */
  readonly roots: Set<ShadowRoot>;
  readonly #tree: TreeWalker;
  /** The slot that shows the current node. */
  #slot: Element | null;
  /** Whether there may be slots: on most pages nobody has to ask. */
  #hasTrees: boolean;

  constructor(root: Element, start: Element) {
    this.#tree = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    this.#tree.currentNode = start;
    this.#slot = slotOf(start);
    const around = [...withAncestors(start)].map(rootNodeOf).filter((tree) => tree instanceof ShadowRoot);
    this.roots = new Set(around);
    this.#hasTrees = around.length > 0;
  }

  get node(): Node {
    return this.#tree.currentNode;
  }

  /** Goes to the first node in an element. Null, and nowhere, when there is none. */
  enter(element: Element): Node | null {
    const root = rootOf(element);
    if (root !== null) return this.#enterRoot(root, element);
    const [first] = this.#hasTrees && element instanceof HTMLSlotElement ? element.assignedNodes() : [];
    if (first === undefined) return this.#enterChildren(element);
    this.#slot = element;
    return (this.#tree.currentNode = first);
  }

  /** Goes to the next node beside the current one. Null, and nowhere, when there is none. */
  next(): Node | null {
    if (this.#slot === null) return this.#tree.nextSibling();
    const from = this.#tree.currentNode;
    // A slot's nodes are children of one host; between them may stand those of other slots.
    for (let node = this.#tree.nextSibling(); node !== null; node = this.#tree.nextSibling())
      if (slotOf(node) === this.#slot) return node;
    this.#tree.currentNode = from;
    return null;
  }

  /** Goes to the element around. Null, and nowhere, at the end of the page. */
  leave(): Node | null {
    if (!this.#hasTrees) return this.#tree.parentNode();
    const around = parentOf(this.#tree.currentNode);
    if (around === null) return null;
    this.#slot = slotOf(around);
    return (this.#tree.currentNode = around);
  }

  #enterRoot(root: ShadowRoot, host: Element): Node | null {
    this.roots.add(root);
    this.#hasTrees = true;
    this.#tree.currentNode = root;
    return this.#enterChildren(host);
  }

  #enterChildren(from: Element): Node | null {
    const first = this.#tree.firstChild();
    if (first === null) this.#tree.currentNode = from;
    else this.#slot = null;
    return first;
  }
}
