/**
 * Makes some words blink, so that an eye finds them: a wash that comes and goes, slower than three times a second. Where
 * a reader wants less motion it stays, and goes once.
 */

const NAME = 'hearsay-flash';
/** Milliseconds with the wash and without it, in turns. */
const BLINKS = [500, 250, 500, 250, 900];

export class Flash {
  #timer = 0;

  /** @param signal ends the flashing. */
  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  show(ranges: readonly Range[]): void {
    this.#end();
    if (this.signal.aborted || ranges.length === 0) return;
    const highlight = new Highlight(...ranges);
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#blink(highlight, isStill ? [BLINKS.reduce((sum, time) => sum + time)] : BLINKS);
  }

  #blink(highlight: Highlight, [time, ...rest]: readonly number[]): void {
    if (time === undefined) return this.#end();
    if (CSS.highlights.has(NAME)) CSS.highlights.delete(NAME);
    else CSS.highlights.set(NAME, highlight);
    this.#timer = setTimeout(() => this.#blink(highlight, rest), time) as unknown as number;
  }

  #end(): void {
    clearTimeout(this.#timer);
    CSS.highlights.delete(NAME);
  }
}
