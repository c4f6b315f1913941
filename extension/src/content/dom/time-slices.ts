/**
 * Work on the page's own time, in short slices and counted. Long work is a generator that pauses wherever it may be
 * interrupted; after a few milliseconds at a stretch the browser gets its turn: input, frames, the page's own scripts.
 */
import { inFirefox } from '../../browser/in-firefox.ts';

/** Milliseconds of work at a stretch. */
const SLICE = 6;

/** A page that is being loaded is waited for so long, in milliseconds; after that, a moment in which it is busy has to do. */
const PATIENCE = 200;

interface Scheduling {
  scheduler?: { postTask?: (task: () => void) => Promise<void> };
}

export class TimeSlices {
  /** Milliseconds that work has taken so far, without the waiting. */
  spent = 0;

  /** @param signal ends the work: whatever waits throws the signal's reason. */
  constructor(private readonly signal: AbortSignal) {}

  /** Does short work. */
  take<Result>(work: () => Result): Result {
    const start = performance.now();
    try {
      return work();
    } finally {
      this.spent += performance.now() - start;
    }
  }

  /** Does long work to its end. */
  async inSlices<Result>(work: Generator<unknown, Result>): Promise<Result> {
    for (;;) {
      this.signal.throwIfAborted();
      const step = this.take(() => slice(work));
      if (step.done === true) return step.value;
      await this.breathe();
    }
  }

  /**
   * Lets the browser have its turn, and the page's own timers: after a `scheduler.yield` browsers go on before these. A
   * task waits like everybody else; in Firefox, where timers wait for tasks too, so does a timer alone.
   */
  async breathe(): Promise<void> {
    const { scheduler } = globalThis as Scheduling;
    await ((!inFirefox && scheduler?.postTask?.(() => {})) || new Promise((resolve) => setTimeout(resolve)));
    this.signal.throwIfAborted();
  }
}

/** Waits for a moment in which the browser has nothing else to do for the page. */
export function leisure(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE }));
}

function slice<Result>(work: Generator<unknown, Result>): IteratorResult<unknown, Result> {
  const end = performance.now() + SLICE;
  let step = work.next();
  while (step.done !== true && performance.now() < end) step = work.next();
  return step;
}
