/** The two small pictures on the card's buttons, in the colour of the text around them, on a grid of 12. */
import { shape } from '../../ui/svg-element.ts';

/** Close. */
export function cross(): SVGElement {
  return sign('m2.5 2.5 7 7m0-7-7 7', 1.25);
}

/** More. A line without length and with round ends is a dot. */
export function dots(): SVGElement {
  return sign('M1.5 6h0M6 6h0M10.5 6h0', 1.8);
}

function sign(path: string, stroke: number): SVGElement {
  const drawn = { stroke: 'currentColor', 'stroke-width': stroke, 'stroke-linecap': 'round' };
  return shape(
    'svg',
    { width: 12, height: 12, viewBox: '0 0 12 12', ...drawn, 'aria-hidden': 'true' },
    shape('path', { d: path }),
  );
}
