/**
 * Makes some words blink, so that an eye finds them: a wash that comes and goes, slower than three times a second. Where
 * a reader wants less motion it stays, and goes once.
 */
import { FLASH } from './highlight-names.ts';

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
    if (time === undefined) {
      this.#end();
      return;
    }
    if (CSS.highlights.has(FLASH)) CSS.highlights.delete(FLASH);
    else CSS.highlights.set(FLASH, highlight);
    this.#timer = setTimeout(() => this.#blink(highlight, rest), time) as unknown as number;
  }

  #end(): void {
    clearTimeout(this.#timer);
    CSS.highlights.delete(FLASH);
  }
}
