/**
 * An article in a picture to pass on, as large as links are shown with: its title, the page in a line, its map, and the
 * site. Of many hands the map has as many as can be read: those with most claims, and claims that stand out before others.
 * It is drawn here and stays here.
 */
import { standsOut } from '../../claims/depth.ts';
import { summaryLine } from '../../claims/summary-line.ts';
import { tallyOf } from '../../claims/tally.ts';
import { say } from '../../i18n.ts';
import type { ListedClaim } from '../../messages.ts';
import { shownHost } from '../display-host.ts';
import { element } from '../element.ts';
import { glyph } from '../logo.ts';
import { shape } from '../svg-element.ts';
import { busiest, type Worth } from './busiest.ts';
import { drawMap } from './drawing.ts';

/** In pixels, as most sites that show links want it. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 56;
/** Between the lines of the title, and of the line below it. */
const TITLE = { leading: 48, lines: 2 };
const LINE = { leading: 32, lines: 2 };
const FOOT = 22;
/** Names on the map are as much larger than on the page, at least and at most. */
const SCALE = { least: 1.35, most: 2.2 };
/** The most hands that are tried. */
const HANDS = 14;
/** A claim that stands out is worth as many plain ones, where there is no room for all. */
const STANDING_OUT = 3;

export interface Shared {
  title: string;
  host: string;
  claims: readonly ListedClaim[];
}

/** Draws the picture within an element of the page, out of sight, lets it be used, and takes it away. */
export async function withSharePicture<Result>(
  parent: HTMLElement,
  article: Shared,
  use: (svg: SVGSVGElement) => Result | Promise<Result>,
): Promise<Result> {
  const place = element('div', { class: 'share', 'aria-hidden': 'true' });
  parent.append(place);
  try {
    const svg = shape('svg', { class: 'source-map', width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
    place.append(svg);
    fill(svg, place, article);
    return await use(svg);
  } finally {
    place.remove();
  }
}

function fill(svg: SVGSVGElement, place: HTMLElement, { title, host, claims }: Shared): void {
  const belowTitle = addLines(svg, 'share-title', withoutSite(title) || shownHost(host), MARGIN + 32, TITLE);
  const belowLine = addLines(svg, 'share-line', summaryLine(tallyOf(claims)), belowTitle - 8, LINE);
  addMap(svg, place, claims, belowLine - 8, HEIGHT - MARGIN - FOOT);
  const foot = HEIGHT - MARGIN + 14;
  addText(svg, 'share-foot', shownHost(host), MARGIN, foot, 'start');
  const brand = addText(svg, 'share-foot', say('extension_name'), WIDTH - MARGIN, foot, 'end');
  const sign = glyph(FOOT);
  sign.setAttribute('x', String(WIDTH - MARGIN - brand.getComputedTextLength() - FOOT - 8));
  sign.setAttribute('y', String(foot - FOOT + 4));
  svg.append(sign);
}

const worth: Worth = (hands) => (standsOut(hands) ? STANDING_OUT : 1);

/** A title without what its site puts behind a bar. */
function withoutSite(title: string): string {
  return title.replace(/\s+\|[^|]*$/, '');
}

/** The map with as many hands as there is room for, as large as it can be. */
function addMap(
  svg: SVGSVGElement,
  place: HTMLElement,
  claims: readonly ListedClaim[],
  top: number,
  bottom: number,
): void {
  const width = WIDTH - 2 * MARGIN;
  for (let most = HANDS; most > 0; most--) {
    const map = drawMap(busiest(claims, most, worth), width / SCALE.least, place);
    const drawn = map.svg as SVGSVGElement;
    const box = drawn.viewBox.baseVal;
    const scale = Math.min(width / box.width, (bottom - top) / box.height, SCALE.most);
    map.free();
    if (scale < SCALE.least * 0.9 && most > 1) continue;
    drawn.setAttribute('x', String(MARGIN));
    drawn.setAttribute('y', String(top));
    drawn.setAttribute('width', String(box.width * scale));
    drawn.setAttribute('height', String(box.height * scale));
    svg.append(drawn);
    return;
  }
}

/** Sets words from a height on, in lines no longer than the picture is wide. Gives back where the next would stand. */
function addLines(
  svg: SVGSVGElement,
  name: string,
  words: string,
  top: number,
  { leading, lines }: typeof TITLE,
): number {
  const isRightToLeft = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufefc]/u.test(words);
  const line = (y: number) => {
    const made = addText(svg, name, '', isRightToLeft ? WIDTH - MARGIN : MARGIN, y, 'start');
    if (isRightToLeft) made.setAttribute('direction', 'rtl');
    return made;
  };
  const ruler = line(0);
  const fits = (some: string) => {
    ruler.textContent = some;
    return ruler.getComputedTextLength() <= WIDTH - 2 * MARGIN;
  };
  const set: string[] = [];
  let left = words.replace(/\s+/g, ' ').trim();
  while (left !== '' && set.length < lines) {
    const whole = fitting(left, fits);
    const isLast = set.length === lines - 1 && whole.length < left.length;
    set.push(isLast ? `${fitting(left, (some) => fits(`${some} …`))} …` : whole);
    left = left.slice(whole.length).trimStart();
  }
  ruler.remove();
  set.forEach((words, place) => (line(top + place * leading).textContent = words));
  return top + set.length * leading;
}

/** As many whole words as fit; of a word that does not, as many letters. */
function fitting(words: string, fits: (some: string) => boolean): string {
  if (fits(words)) return words;
  const ends = [...words.matchAll(/ /g)].map(({ index }) => index);
  const letters = [...words].map((_, place, all) => all.slice(0, place + 1).join('').length);
  for (const stops of [ends, letters]) {
    let [from, to] = [0, stops.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (fits(words.slice(0, stops[middle]))) from = middle + 1;
      else to = middle;
    }
    if (from > 0) return words.slice(0, stops[from - 1]);
  }
  return [...words][0] ?? '';
}

function addText(
  svg: SVGSVGElement,
  name: string,
  words: string,
  x: number,
  y: number,
  anchor: 'start' | 'end',
): SVGTextElement {
  const text = shape('text', { class: name, x, y, 'text-anchor': anchor });
  text.textContent = words;
  svg.append(text);
  return text;
}
