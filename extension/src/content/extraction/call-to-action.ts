/** Boxes that ask a reader for something. */
import { parentOf, withAncestors } from '../dom/tree.ts';
import { elementsIn, textContentOf } from '../dom/unclobbered.ts';

/** Nobody is asked for an address in more words. UTF-16 code units. */
const LONG_REQUEST = 300;

/** Boxes that ask for a reader's address: a field for it with the words around. The article itself is none. */
export function askingForAddress(root: Element, article: ReadonlySet<Element>): Set<Element> {
  const boxes = new Set<Element>();
  for (const field of elementsIn(root, 'input[type=email]')) {
    let box = field;
    for (const around of withAncestors(parentOf(field))) {
      if (article.has(around) || (textContentOf(around) ?? '').length > LONG_REQUEST) break;
      box = around;
    }
    boxes.add(box);
  }
  return boxes;
}
