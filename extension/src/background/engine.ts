/**
 * The engine: one Wasm instance for all tabs, loaded when the first article comes. When it traps, its memory can no
 * longer be relied on, so the next article finds a fresh instance; only the article at hand is lost.
 */
import start, * as wasm from 'hearsay';
import type { Changes, Document, FoundAgain, Report, ToldClaim, Traced, TrailLeg } from 'hearsay';

let started: Promise<void> | null = null;

/** Loads the engine, once, and makes it ready. A page that has asked for its reader asks the engine next. */
export function startEngine(): Promise<void> {
  return (started ??= start({ module_or_path: chrome.runtime.getURL('hearsay.wasm') })
    .then(wasm.prepare)
    .catch((error: unknown) => {
      started = null;
      throw error;
    }));
}

/**
 * Finds the claims of an article. Offsets are UTF-16 code units within a block.
 *
 * @throws when the document has not the shape of one (the message names the field), or the engine failed.
 */
export function analyze(document: Document): Promise<Report> {
  return run(() => wasm.analyze(document));
}

/** Finds a claim of another page in an article. Throws as `analyze` does. */
export function findAgain(claim: string, document: Document): Promise<FoundAgain> {
  return run(() => wasm.findAgain(claim, document));
}

/** What changed in a claim between the page that is cited and the one that cites it, with the hands each has behind the first. */
export function changesBetween(
  cited: string,
  citedHands: number,
  citing: string,
  citingHands: number,
): Promise<Changes> {
  return run(() => wasm.changesBetween(cited, citedHands, citing, citingHands));
}

/** Counts the hands over the pages of a trail, first the one that was read first. */
export function countOn(legs: TrailLeg[]): Promise<Traced> {
  return run(() => wasm.countOn(legs));
}

/** Groups the claims of several pages that say the same and end at the same hand, each by its place in the list. */
export function oneOrigin(told: ToldClaim[]): Promise<number[][]> {
  return run(() => wasm.oneOrigin(told));
}

async function run<Answer>(work: () => Answer): Promise<Answer> {
  await startEngine();
  try {
    return work();
  } catch (error) {
    if (isTrap(error)) wasm.__wbg_reset_state();
    throw error;
  }
}

/** A trap, or a stack that ran over: the engine stopped half-way. An error of its own is a plain `Error`. */
function isTrap(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
