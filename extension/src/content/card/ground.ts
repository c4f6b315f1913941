/**
 * Whether the page behind some words is dark or light, so that the card can follow it. The nearest painted ground
 * counts; over a picture the colour of the words tells.
 */

import { withAncestors } from '../ancestors.ts';

export type Ground = 'dark' | 'light';

export function groundBehind(element: Element): Ground {
  for (const box of withAncestors(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(box);
    const lightness = lightnessOf(backgroundColor);
    if (lightness !== null) return lightness < 0.5 ? 'dark' : 'light';
    if (backgroundImage !== 'none') break;
  }
  const words = lightnessOf(getComputedStyle(element).color);
  return words !== null && words > 0.5 ? 'dark' : 'light';
}

/** How light a computed colour looks, 0 to 1. Null for one that lets more than half of what is behind it through. */
export function lightnessOf(colour: string): number | null {
  const [, space = '', list = ''] = /^([\w-]+)\((.*)\)$/.exec(colour) ?? [];
  const numbers = (list.match(/-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map((part) => (part.endsWith('%') ? parseFloat(part) / 100 : Number(part)));
  // `color(srgb 0.1 0.2 0.3 / 0.5)`; a digit in the name of a space is no part.
  const parts = space === 'color' ? numbers.slice(-(/\//.test(list) ? 4 : 3)) : numbers;
  const [first, second, third, alpha = 1] = parts;
  if (first === undefined || second === undefined || third === undefined || alpha < 0.5) return null;
  if (space.startsWith('ok')) return first;
  if (space === 'lab' || space === 'lch') return first / 100;
  const [red, green, blue] = space === 'color' ? [first, second, third] : [first / 255, second / 255, third / 255];
  return Math.sqrt(0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue);
}
