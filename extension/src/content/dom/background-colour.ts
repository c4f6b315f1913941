/**
 * What the page has behind some words: the card follows it, and lines keep apart from it. The painted grounds count, from
 * the nearest outwards, as far as one shows through another; over a picture the colour of the words tells.
 */

import { withAncestors } from './tree.ts';

/** Parts of sRGB, each from 0 to 1. */
interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

const WHITE: Colour = { red: 1, green: 1, blue: 1, alpha: 1 };
/** What browsers have behind pages that are dark by their own word. */
const NIGHT: Colour = { red: 0.07, green: 0.07, blue: 0.07, alpha: 1 };

/** Luminances, by WCAG: a ground that light words, or dark ones, are laid on. */
const BEHIND_LIGHT_WORDS = 0.05;
const BEHIND_DARK_WORDS = 0.6;

/**
 * The luminance of what is behind an element, 0 to 1, by WCAG.
 *
 * @param known what is behind the elements looked at before, as long as the page has not changed: what has no ground of its
 * own has that of the box around it. What is found is added.
 */
export function luminanceBehind(element: Element, known = new Map<Element, number>()): number {
  const layers: Colour[] = [];
  const clear: Element[] = [];
  const keep = (luminance: number) => {
    for (const box of clear) known.set(box, luminance);
    return luminance;
  };
  let root = element;
  for (const box of withAncestors(element)) {
    const before = layers.length === 0 ? known.get(box) : undefined;
    if (before !== undefined) return keep(before);
    root = box;
    const style = getComputedStyle(box);
    // Over a picture the words of each box tell.
    if (style.backgroundImage !== 'none') return hasLightWords(style.color) ? BEHIND_LIGHT_WORDS : BEHIND_DARK_WORDS;
    const colour = colourOf(style.backgroundColor);
    if (layers.length === 0) clear.push(box);
    if (colour === null || colour.alpha === 0) continue;
    layers.push(colour);
    if (colour.alpha === 1) break;
  }
  return keep(luminanceOf(layers.reduceRight((below, above) => over(above, below), canvasOf(root))));
}

/**
 * The colour behind everything. A page that is dark by its own word, in a style or in a `meta`, has light words from the
 * browser; what it paints over with them on top is seen above. The root is handed over: a form with a field named
 * `ownerDocument` does not tell its own.
 */
function canvasOf(root: Element): Colour {
  return hasLightWords(getComputedStyle(root).color) ? NIGHT : WHITE;
}

function hasLightWords(color: string): boolean {
  return luminanceOf(colourOf(color) ?? NIGHT) > 0.4;
}

function over(above: Colour, below: Colour): Colour {
  const mix = (one: number, other: number) => one * above.alpha + other * (1 - above.alpha);
  return {
    red: mix(above.red, below.red),
    green: mix(above.green, below.green),
    blue: mix(above.blue, below.blue),
    alpha: 1,
  };
}

function luminanceOf({ red, green, blue }: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** A computed colour. Of one in a space of its own only the lightness is told: a grey as light. */
export function colourOf(computed: string): Colour | null {
  const [, space = '', list = ''] = /^([\w-]+)\((.*)\)$/.exec(computed) ?? [];
  const numbers = (list.match(/-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map((part) =>
    part.endsWith('%') ? parseFloat(part) / 100 : Number(part),
  );
  // `color(srgb 0.1 0.2 0.3 / 0.5)`; a digit in the name of a space is no part.
  const parts = space === 'color' ? numbers.slice(-(/\//.test(list) ? 4 : 3)) : numbers;
  const [first, second, third, alpha = 1] = parts;
  if (first === undefined || second === undefined || third === undefined) return null;
  if (space.startsWith('ok')) return grey(first ** 3, alpha);
  if (space === 'lab' || space === 'lch') return grey(((first + 16) / 116) ** 3, alpha);
  const most = space === 'color' ? 1 : 255;
  return { red: first / most, green: second / most, blue: third / most, alpha };
}

/** @param luminance 0 to 1. */
function grey(luminance: number, alpha: number): Colour {
  const part = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055;
  return { red: part, green: part, blue: part, alpha };
}
