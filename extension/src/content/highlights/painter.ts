/**
 * Draws the lines under claims with the CSS Custom Highlight API: the page's elements are never touched. What the
 * lines look like is said in `highlights.css` alone.
 *
 * The registry of highlights belongs to the page as much as to us: a page can clear it, change what is in a highlight, or
 * put one of its own under a name of ours; and in Firefox it must not be iterated from here. So the painter keeps what it
 * drew to itself, gives the registry copies, and puts them right where they have been changed.
 */
import { inFirefox } from '../../browser/in-firefox.ts';
import type { Line } from '../../claims/depth.ts';
import type { Settings } from '../../settings/schema.ts';
import { luminanceBehind } from '../dom/background-colour.ts';
import { parentOf } from '../dom/tree.ts';
import { ACTIVE, nameOf, PAINTED, type LineName } from './highlight-names.ts';
import { inkOn, type Ink } from './inks.ts';

/** A piece of text to be marked. */
export interface Mark {
  range: Range;
  /** 0 where the page has a line of its own. */
  line: Line;
  /** Whether the last hand has no name: dots below the line. */
  nameless: boolean;
}

/** How much the lines stand out. */
export type Strength = Settings['strength'];

/** A highlight in the registry, and what is to be in it: our ranges, each with the copy that the page can reach. */
interface Layer {
  highlight: Highlight;
  ranges: Map<Range, Range>;
}

export class Painter {
  readonly #layers = new Map<string, Layer>();
  #marks = new Set<Mark>();
  #strength: Strength = 'inked';
  /** The ink on each ground that was looked at since the lines were last drawn anew. */
  #inks = new Map<Element, Ink>();
  /** The luminance behind elements, while marks are put in together. */
  #grounds = new Map<Element, number>();
  readonly #forced = matchMedia('(forced-colors: active)');

  /** @param signal ends the painting: every line is taken away. */
  constructor(signal: AbortSignal) {
    this.#forced.addEventListener('change', () => this.#draw(), { signal });
    signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /** Marks these pieces and no others. */
  paint(marks: readonly Mark[], strength: Strength): void {
    this.#strength = strength;
    this.#marks = new Set(marks);
    this.#draw();
  }

  /** Marks these too. */
  add(marks: readonly Mark[]): void {
    this.#grounds.clear();
    for (const mark of marks) {
      this.#marks.add(mark);
      if (this.#draws) this.#register(mark);
    }
    this.restore();
  }

  /** Marks these no longer. */
  remove(marks: readonly Mark[]): void {
    for (const mark of marks) {
      this.#marks.delete(mark);
      for (const { highlight, ranges } of this.#layers.values()) {
        const copy = ranges.get(mark.range);
        if (copy === undefined) continue;
        highlight.delete(copy);
        ranges.delete(mark.range);
      }
    }
  }

  /** Shows which claim is open. */
  activate(ranges: readonly Range[]): void {
    this.#empty(ACTIVE);
    for (const range of ranges) this.#put(range, ACTIVE);
    this.restore();
  }

  /** Puts right what the page has changed. */
  restore(): void {
    for (const name of PAINTED) {
      const layer = this.#layers.get(name);
      if (layer === undefined || layer.ranges.size === 0) {
        if (CSS.highlights.has(name)) CSS.highlights.delete(name);
        continue;
      }
      if (!isAsDrawn(layer)) redraw(layer);
      if (CSS.highlights.get(name) !== layer.highlight) CSS.highlights.set(name, layer.highlight);
    }
  }

  /**
   * Under forced colours Chromium paints every custom highlight as if it were selected, whatever its style says; there
   * only the open claim is painted. Firefox keeps the lines.
   */
  get #draws(): boolean {
    return inFirefox || !this.#forced.matches;
  }

  #draw(): void {
    this.#inks.clear();
    this.#grounds.clear();
    for (const name of this.#layers.keys()) if (name !== ACTIVE) this.#empty(name);
    if (this.#draws) for (const mark of this.#marks) this.#register(mark);
    this.restore();
  }

  #register({ range, line, nameless }: Mark): void {
    const ink = this.#inkUnder(range);
    const put = (name: LineName) => this.#put(range, nameOf(name, this.#strength, ink));
    if (line !== 0) put(`hearsay-${line}`);
    if (nameless) put('hearsay-anonymous');
  }

  #put(range: Range, name: string): void {
    const { highlight, ranges } = this.#layer(name);
    const copy = range.cloneRange();
    ranges.set(range, copy);
    highlight.add(copy);
  }

  #inkUnder(range: Range): Ink {
    const element = parentOf(range.startContainer);
    if (element === null) return 'usual';
    const known = this.#inks.get(element);
    if (known !== undefined) return known;
    const ink = inkOn(luminanceBehind(element, this.#grounds));
    this.#inks.set(element, ink);
    return ink;
  }

  #empty(name: string): void {
    const layer = this.#layers.get(name);
    layer?.ranges.clear();
    layer?.highlight.clear();
  }

  #remove(): void {
    this.#marks.clear();
    for (const name of this.#layers.keys()) this.#empty(name);
    for (const [name, { highlight }] of this.#layers)
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }

  #layer(name: string): Layer {
    const known = this.#layers.get(name);
    if (known !== undefined) return known;
    const layer: Layer = { highlight: new Highlight(), ranges: new Map() };
    // The wash lies under all lines.
    if (name === ACTIVE) layer.highlight.priority = -1;
    this.#layers.set(name, layer);
    return layer;
  }
}

/** Whether a highlight holds all that was put into it, where it was put, and nothing else. */
function isAsDrawn({ highlight, ranges }: Layer): boolean {
  if (highlight.size !== ranges.size) return false;
  for (const [range, copy] of ranges) if (!highlight.has(copy) || !isSame(range, copy)) return false;
  return true;
}

function redraw({ highlight, ranges }: Layer): void {
  highlight.clear();
  for (const range of ranges.keys()) {
    const copy = range.cloneRange();
    ranges.set(range, copy);
    highlight.add(copy);
  }
}

function isSame(one: Range, other: Range): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}
