/** What scripts do to a page while somebody reads it: one change at a time, anywhere. */
import { childNodesOf } from '../../extension/src/content/dom/unclobbered.ts';
import type { Growth } from './growth.ts';

/** Makes some changes to the document. */
export function change(growth: Growth, most: number): void {
  for (let count = growth.chance.below(most + 1); count > 0; count--) changeOnce(growth);
}

function changeOnce(growth: Growth): void {
  const { chance } = growth;
  const text = textIn(growth);
  const element = elementIn(growth);
  if (text === null || element === null) return;
  const length = text.length;
  switch (chance.below(15)) {
    case 0:
      text.data = growth.words(10);
      break;
    case 1:
      text.insertData(chance.below(length + 1), growth.words(2));
      break;
    case 2:
      text.deleteData(chance.below(length + 1), chance.below(20));
      break;
    case 3:
      if (length > 1) text.splitText(1 + chance.below(length - 1));
      break;
    case 4:
      element.normalize();
      break;
    case 5:
      text.remove();
      break;
    case 6:
      if (element !== document.body) element.remove();
      break;
    case 7:
      elementIn(growth)?.append(text);
      break;
    case 8: {
      const place = elementIn(growth);
      if (place !== null && element !== document.body && !Node.prototype.contains.call(element, place))
        place.prepend(element);
      break;
    }
    case 9:
      text.before(growth.phrase(2));
      break;
    case 10:
      text.after(growth.oddity());
      break;
    case 11:
      element.append(growth.paragraph());
      break;
    case 12:
      element.toggleAttribute('hidden');
      break;
    case 13:
      element.replaceChildren(...[...childNodesOf(element)].reverse());
      break;
    default:
      text.data += '';
  }
}

function textIn({ chance }: Growth): Text | null {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all: Text[] = [];
  while (walk.nextNode()) all.push(walk.currentNode as Text);
  return all.length === 0 ? null : chance.one(all);
}

function elementIn({ chance }: Growth): Element | null {
  const all = document.querySelectorAll('body, body *');
  return all.length === 0 ? null : all[chance.below(all.length)]!;
}
