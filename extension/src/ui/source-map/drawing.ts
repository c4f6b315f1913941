/** A source map drawn on an element of the page, which gives it its faces: the words above it, and what it leaves out. */
import { SourceMap } from 'hearsay-views';
import { count, say } from '../../i18n.ts';
import { shape } from '../svg-element.ts';
import type { Drawn } from './busiest.ts';
import { waysOf } from './ways.ts';

/** A claim has no more hands than this. */
const HANDS = [1, 2, 3, 4, 5, 6];
/** The line below the map that says how many hands are left out, in pixels. */
const MORE = 28;

/** Draws in so many CSS pixels. What is drawn has to be freed. `startViews` must have been waited for. */
export function drawMap({ claims, left }: Drawn, width: number, around: HTMLElement): SourceMap {
  const headings = {
    page: say('panel_page'),
    hands: HANDS.map((hops) => count('panel_hands', hops)),
    origins: say('panel_origins'),
  };
  const map = new SourceMap(waysOf(claims), width, headings, fontsOf(around));
  if (left > 0) addMore(map.svg as SVGSVGElement, count('panel_more_hands', left));
  return map;
}

/** Says below a map that there is more than it shows. */
function addMore(svg: SVGSVGElement, words: string): void {
  const { x, y, width, height } = svg.viewBox.baseVal;
  const line = shape('text', { class: 'head more', x: width, y: y + height + MORE - 10, 'text-anchor': 'end' });
  line.textContent = words;
  svg.append(line);
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height + MORE}`);
  svg.setAttribute('height', String(height + MORE));
}

/** The faces that the style sheet gives names. */
function fontsOf(node: HTMLElement): { sans: string; serif: string } {
  const style = getComputedStyle(node);
  return { sans: `12px ${style.getPropertyValue('--sans')}`, serif: `13px ${style.getPropertyValue('--serif')}` };
}
