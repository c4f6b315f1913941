/**
 * The colours, computed from the style sheets themselves: lines and words stand out from every ground they may lie on,
 * and the inks differ from one another for readers who see fewer colours.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ACTIVE, nameOf, PAINTED } from '../../extension/src/content/highlights/highlight-names.ts';
import { inkOn } from '../../extension/src/content/highlights/inks.ts';

const sheet = (file: string) => readFileSync(new URL(`../../extension/src/${file}`, import.meta.url), 'utf8');

/** What a page may have behind its words: what pages usually have, and a grid of all that they might. */
const USUAL = ['#ffffff', '#f4ecd8', '#121212', '#292825'];
const STEPS = ['00', '1a', '33', '4d', '66', '80', '99', 'b3', 'cc', 'e6', 'ff'];
const GRID = STEPS.flatMap((red) => STEPS.flatMap((green) => STEPS.map((blue) => `#${red}${green}${blue}`)));
/** The least contrast of a line, and of words, by WCAG 2.2. */
const LINE = 3;
const WORDS = 4.5;
/** The contrast of a hairline: it is seen when looked for, and not before. */
const HAIRLINE = { least: 1.15, most: 2.4 };
/** The least distance between two inks, in OKLab × 100. Less than this, and only the shape tells them apart. */
const APART = 4.5;

type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];

/** What becomes of linear red, green and blue for somebody who lacks one kind of cone altogether. */
const VISION: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.1523, 1.0526, -0.2049],
    [0.1145, 0.7863, 0.0992],
    [-0.0039, -0.0481, 1.052],
  ],
  deuteranopia: [
    [0.3673, 0.8606, -0.228],
    [0.2801, 0.6725, 0.0474],
    [-0.0118, 0.0429, 0.9689],
  ],
  tritanopia: [
    [1.2555, -0.0767, -0.1788],
    [-0.0784, 0.9308, 0.1476],
    [0.0047, 0.6914, 0.3039],
  ],
};

const marks = sheet('content/highlights/highlights.css').replace(/@media.*/s, '');
/** Each line by its name with its colour: `hearsay-2-strong`. */
const lines = new Map(
  [...marks.matchAll(/([^{}]+)\{ text-decoration-color: (#[\da-f]{6,8}) !important; \}/g)].flatMap(
    ([, names, colour]) =>
      [...names!.matchAll(/::highlight\((hearsay-[\w-]+)\)/g)].map(([, name]): [string, string] => [name!, colour!]),
  ),
);
const LINES = ['hearsay-1', 'hearsay-2', 'hearsay-3', 'hearsay-anonymous'] as const;
/** Each token by its name with its colours in light and dark. */
const tokens = new Map(
  [...sheet('ui/tokens.css').matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, [light!, dark!] as const],
  ),
);

test('every line stands out from every ground, but for the hairline, which is there for who looks', () => {
  const painted = PAINTED.filter((name) => name !== ACTIVE);
  assert.deepEqual([...lines.keys()].sort(), [...painted].sort(), 'each name has a colour');
  for (const ground of [...USUAL, ...GRID]) {
    for (const line of LINES) {
      for (const strength of ['inked', 'grey', 'strong'] as const) {
        const name = nameOf(line, strength, inkOn(luminance(ground)));
        const found = contrast(over(lines.get(name)!, ground), ground);
        if (line === 'hearsay-1' && strength !== 'strong')
          assert.ok(found >= HAIRLINE.least && found <= HAIRLINE.most, `${name} on ${ground}: ${found}`);
        else assert.ok(found >= LINE, `${name} on ${ground}: ${found}`);
      }
    }
  }
});

/** What is seen of a colour that lets through some of what is behind it. */
function over(colour: string, ground: string): string {
  const opacity = colour.length > 7 ? parseInt(colour.slice(7), 16) / 255 : 1;
  const part = (at: number) =>
    Math.round(
      opacity * parseInt(colour.slice(at, at + 2), 16) + (1 - opacity) * parseInt(ground.slice(at, at + 2), 16),
    );
  return `#${[1, 3, 5].map((at) => part(at).toString(16).padStart(2, '0')).join('')}`;
}

test('on the grounds that pages usually have, the inks are the usual ones', () => {
  for (const ground of USUAL) assert.equal(inkOn(luminance(ground)), 'usual', ground);
});

test('any two inks differ, for readers who see fewer colours too', () => {
  for (const ink of ['usual', 'deep', 'pale'] as const) differ(LINES.map((line) => nameOf(line, 'inked', ink)));
});

function differ(inks: readonly string[]): void {
  for (const [vision, matrix] of Object.entries(VISION)) {
    for (const one of inks) {
      for (const other of inks.slice(inks.indexOf(one) + 1)) {
        const far = distance(lines.get(one)!, lines.get(other)!, matrix);
        assert.ok(far >= APART, `${one} and ${other} with ${vision}: ${far}`);
      }
    }
  }
}

test('words and lines of our own pages stand out, in light and in dark', () => {
  const asked: [name: string, least: number][] = [
    ['text', WORDS],
    ['muted', WORDS],
    ['link', WORDS],
    ['ink-1', LINE],
    ['ink-2', LINE],
    ['ink-3', LINE],
    ['ink-unnamed', WORDS],
    ['control', LINE],
  ];
  for (const [name, least] of asked) {
    for (const ground of ['surface', 'raised']) {
      for (const scheme of [0, 1] as const) {
        const found = contrast(tokens.get(name)![scheme], tokens.get(ground)![scheme]);
        assert.ok(found >= least, `${name} on ${ground}, ${['light', 'dark'][scheme]}: ${found}`);
      }
    }
  }
});

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function distance(one: string, other: string, vision: Matrix): number {
  const [a, b] = [one, other].map((colour) => oklab(times(vision, linear(colour)))) as [Triple, Triple];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function linear(colour: string): Triple {
  const part = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function times(matrix: Matrix, [x, y, z]: Triple): Triple {
  return matrix.map(([a, b, c]) => Math.min(1, Math.max(0, a * x + b * y + c * z))) as Triple;
}

function oklab([red, green, blue]: Triple): Triple {
  const long = Math.cbrt(0.4122 * red + 0.5363 * green + 0.0514 * blue);
  const middle = Math.cbrt(0.2119 * red + 0.6807 * green + 0.1074 * blue);
  const short = Math.cbrt(0.0883 * red + 0.2817 * green + 0.63 * blue);
  return [
    0.2105 * long + 0.7936 * middle - 0.0041 * short,
    1.978 * long - 2.4286 * middle + 0.4506 * short,
    0.0259 * long + 0.7828 * middle - 0.8087 * short,
  ];
}
