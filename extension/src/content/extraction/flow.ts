/** How an element takes part in the flow of text, by its style: hidden, inline, or a block of its own. */
import { INLINE } from './exclusions.ts';

const INLINE_NAMES = new Set(INLINE.split(','));

/** Only boxes are taken for banners and drawers. */
const BOXES = 'div,section,ul,ol,table,footer,header,span';
/** To the left of everything a window shows. CSS pixels. */
const FAR_OUT = -999;

export type Flow = 'hidden' | 'inline' | 'block';

/** Asks for the style of one element; for a layout only where a box is taken out of the flow. */
export function flowOf(element: Element): Flow {
  const style = getComputedStyle(element);
  const { display, position } = style;
  // A document that no window shows has no styles.
  if (display === '') return INLINE_NAMES.has(element.localName) ? 'inline' : 'block';
  if (display === 'none' || style.visibility !== 'visible' || isUnseen(element, style)) return 'hidden';
  if (/^(?:inline|ruby|contents)/.test(display)) return 'inline';
  if (!INLINE_NAMES.has(element.localName)) return isLifted(element, position, style) ? 'hidden' : 'block';
  // A drop cap floats and is still the first letter of its word; a label lifted out of its line is not in it.
  if (style.float !== 'none') return (element.textContent ?? '').trim().length <= 3 ? 'inline' : 'block';
  return /absolute|fixed/.test(position) ? 'hidden' : 'block';
}

/**
 * Whether nobody can see an element that takes its place in the layout. What is to fade in when the reader comes to it
 * counts as seen. Boxes are often set in a size of nothing to close the gaps between those in them.
 */
function isUnseen(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.opacity === '0') return style.animationName === 'none' && /^(?:0s(?:, )?)*$/.test(style.transitionDuration);
  return style.fontSize === '0px' && element.firstElementChild === null;
}

/** Whether a box stands over the page (a banner, a drawer), or is there for the ears alone: cut to nothing, or far out. */
function isLifted(element: Element, position: string, style: CSSStyleDeclaration): boolean {
  if (position === 'fixed') return element.matches(BOXES);
  // Each property costs something to ask for, and the last one a layout.
  return (
    position === 'absolute' &&
    (/^rect\((?:0|1px)/.test(style.clip) ||
      /^inset\((?:[5-9]\d|100)%/.test(style.clipPath) ||
      parseFloat(style.left) < FAR_OUT)
  );
}
