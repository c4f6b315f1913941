/**
 * Long work in short slices. The work is a generator that pauses wherever it may be interrupted; after eight
 * milliseconds at a stretch the browser gets its turn: input, frames, the page's own scripts.
 */

/** Milliseconds of work at a stretch. */
const SLICE = 8;

interface Scheduling {
  scheduler?: { yield?: () => Promise<void> };
}

/**
 * Runs work to its end and gives back what it returns.
 *
 * @throws the signal's reason, when it is aborted between two slices.
 */
export async function inSlices<Result>(work: Generator<unknown, Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const end = performance.now() + SLICE;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await breathe();
  }
}

function breathe(): Promise<void> {
  const { scheduler } = globalThis as Scheduling;
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
