/**
 * The product's glyph: a quotation passed on. Three apostrophes going away from the reader, each fainter than the one
 * before. As shapes on a grid of 16, for pages (`glyph`) and for the icon files (`extension/draw-icons.ts`).
 */
import { shape } from './svg-element.ts';

interface Apostrophe {
  path: string;
  opacity: number;
}

export const APOSTROPHES: readonly Apostrophe[] = [
  { path: apostrophe(2.75, 8.6, 2.55), opacity: 1 },
  { path: apostrophe(8.2, 5.6, 2.3), opacity: 0.8 },
  { path: apostrophe(13.2, 2.9, 2.05), opacity: 0.6 },
];

/** The glyph in the colour of the text around it, hidden from assistive technology. */
export function glyph(size: number): SVGSVGElement {
  const marks = APOSTROPHES.map(({ path, opacity }) => shape('path', { d: path, opacity }));
  return shape(
    'svg',
    { class: 'glyph', width: size, height: size, viewBox: '0 0 16 16', fill: 'currentColor', 'aria-hidden': 'true' },
    ...marks,
  );
}

/** A dot of radius `r` around a point, with its tail. */
function apostrophe(x: number, y: number, r: number): string {
  const at = (dx: number, dy: number) => `${+(x + dx * r).toFixed(2)} ${+(y + dy * r).toFixed(2)}`;
  const tail = `C${at(1, 1.35)} ${at(0.3, 2)} ${at(-0.55, 2.25)}L${at(-0.75, 1.75)}C${at(-0.2, 1.55)} ${at(0.1, 1.3)} ${at(0.12, 1)}`;
  return `M${at(1, 0)}${tail}A${r} ${r} 0 1 1 ${at(1, 0)}Z`;
}
