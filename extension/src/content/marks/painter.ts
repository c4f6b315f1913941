/**
 * Draws the lines under claims with the CSS Custom Highlight API: the page's elements are never touched. What the
 * lines look like is said in `marks.css` alone.
 *
 * The registry of highlights belongs to the page as much as to us: a page can clear it, and in Firefox it must not be
 * iterated from here. So the painter keeps its own highlights and puts them back where they are missing.
 */
import type { Line } from '../../depth.ts';
import type { Settings } from '../../settings.ts';
import { inFirefox } from '../in-firefox.ts';
import { Sheets } from './sheets.ts';

/** A piece of text to be marked. */
export interface Mark {
  range: Range;
  line: Exclude<Line, 0>;
  /** Whether the last hand has no name: dots below the line. */
  nameless: boolean;
}

const NAMES = ['hearsay-1', 'hearsay-2', 'hearsay-3', 'hearsay-anonymous', 'hearsay-active'] as const;
type Name = (typeof NAMES)[number];

/** How much the lines stand out. */
export type Strength = Settings['strength'];

export class Painter {
  readonly #highlights = new Map<Name, Highlight>();
  readonly #sheets = new Sheets();
  #marks = new Set<Mark>();
  #strength: Strength = 'inked';
  readonly #forced = matchMedia('(forced-colors: active)');

  /** @param signal ends the painting: every line is taken away. */
  constructor(signal: AbortSignal) {
    for (const name of NAMES) this.#highlights.set(name, new Highlight());
    // The wash lies under all lines.
    this.#of('hearsay-active').priority = -1;
    this.#forced.addEventListener('change', () => this.#draw(), { signal });
    signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /** Marks these pieces and no others. */
  paint(marks: readonly Mark[], strength: Strength): void {
    // The style of a highlight hangs on its name alone.
    if (strength !== this.#strength) this.#unregister();
    this.#strength = strength;
    this.#marks = new Set(marks);
    this.#draw();
  }

  /** Marks these too. */
  add(marks: readonly Mark[]): void {
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
      this.#of(`hearsay-${mark.line}`).delete(mark.range);
      if (mark.nameless) this.#of('hearsay-anonymous').delete(mark.range);
    }
  }

  /** Makes sure that a highlight can be seen where some words stand. */
  reach(ranges: readonly Range[]): void {
    for (const range of ranges) this.#sheets.reach(range);
  }

  /** Shows which claim is open. */
  activate(ranges: readonly Range[]): void {
    const active = this.#of('hearsay-active');
    active.clear();
    for (const range of ranges) active.add(range);
    this.restore();
  }

  /** Puts back what the page has taken out of the registry. */
  restore(): void {
    if (this.#isBlank) return;
    for (const [name, highlight] of this.#highlights) {
      const registered = this.#registered(name);
      if (CSS.highlights.get(registered) !== highlight) CSS.highlights.set(registered, highlight);
    }
  }

  /**
   * Under forced colours Chromium paints every custom highlight as if it were selected, whatever its style says; there
   * only the open claim is painted. Firefox keeps the lines.
   */
  get #draws(): boolean {
    return inFirefox || !this.#forced.matches;
  }

  get #isBlank(): boolean {
    return this.#marks.size === 0 && this.#of('hearsay-active').size === 0;
  }

  #draw(): void {
    for (const name of NAMES) if (name !== 'hearsay-active') this.#of(name).clear();
    if (this.#draws) for (const mark of this.#marks) this.#register(mark);
    if (this.#isBlank) this.#unregister();
    else this.restore();
  }

  #register({ range, line, nameless }: Mark): void {
    this.#sheets.reach(range);
    this.#of(`hearsay-${line}`).add(range);
    if (nameless) this.#of('hearsay-anonymous').add(range);
  }

  #remove(): void {
    this.#marks.clear();
    this.#sheets.takeBack();
    for (const highlight of this.#highlights.values()) highlight.clear();
    this.#unregister();
  }

  #unregister(): void {
    for (const [name, highlight] of this.#highlights) {
      const registered = this.#registered(name);
      if (CSS.highlights.get(registered) === highlight) CSS.highlights.delete(registered);
    }
  }

  /** The name in the page's registry: `hearsay-2`, `hearsay-2-grey`. The wash is the same for all. */
  #registered(name: Name): string {
    return this.#strength === 'inked' || name === 'hearsay-active' ? name : `${name}-${this.#strength}`;
  }

  #of(name: Name): Highlight {
    return this.#highlights.get(name)!;
  }
}
