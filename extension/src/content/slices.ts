/**
 * Long work in short slices. The work is a generator that pauses wherever it may be interrupted; after eight
 * milliseconds at a stretch the browser gets its turn: input, frames, the page's own scripts.
 */

/** Milliseconds of work at a stretch. */
const SLICE = 8;

interface Scheduling {
  scheduler?: { yield?: () => Promise<void> };
}

/** What came of some work, and how many milliseconds it took without the waiting. */
export interface Done<Result> {
  result: Result;
  cost: number;
}

/**
 * Runs work to its end.
 *
 * @throws the signal's reason, when it is aborted between two slices.
 */
export async function inSlices<Result>(work: Generator<unknown, Result>, signal: AbortSignal): Promise<Done<Result>> {
  let cost = 0;
  for (;;) {
    signal.throwIfAborted();
    const start = performance.now();
    let now = start;
    do {
      const step = work.next();
      now = performance.now();
      if (step.done === true) return { result: step.value, cost: cost + now - start };
    } while (now - start < SLICE);
    cost += now - start;
    await breathe();
  }
}

function breathe(): Promise<void> {
  const { scheduler } = globalThis as Scheduling;
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
