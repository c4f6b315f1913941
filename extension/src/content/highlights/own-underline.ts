/**
 * Whether the page underlines words itself, elsewhere than a browser would: with an offset of its own, or by a border. A
 * hairline below them would be a second line, as of two hands.
 */
import { parentOf, withAncestors } from '../dom/tree.ts';

export function hasOwnUnderline(text: Text): boolean {
  for (const box of withAncestors(parentOf(text))) {
    const { display, textDecorationLine, textUnderlineOffset, borderBottomStyle, borderBottomWidth } =
      getComputedStyle(box);
    if (textDecorationLine.includes('underline')) return textUnderlineOffset !== 'auto';
    if (!display.startsWith('inline')) return false;
    if (borderBottomStyle !== 'none' && borderBottomWidth !== '0px') return true;
  }
  return false;
}
