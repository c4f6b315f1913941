/** The two small pictures on the card's buttons, in the colour of the text around them, on a grid of 12. */

const SVG = 'http://www.w3.org/2000/svg';

/** Close. */
export function cross(): SVGElement {
  return sign('m2.5 2.5 7 7m0-7-7 7', 1.25);
}

/** More. A line without length and with round ends is a dot. */
export function dots(): SVGElement {
  return sign('M1.5 6h0M6 6h0M10.5 6h0', 1.8);
}

function sign(path: string, stroke: number): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  const attributes = { width: 12, height: 12, viewBox: '0 0 12 12', stroke: 'currentColor', 'stroke-width': stroke, 'stroke-linecap': 'round', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, String(value));
  const lines = document.createElementNS(SVG, 'path');
  lines.setAttribute('d', path);
  icon.append(lines);
  return icon;
}
