/**
 * The engine: one Wasm instance for all tabs, loaded when the first article comes. When it traps, its memory can no
 * longer be relied on, so the next article finds a fresh instance; only the article at hand is lost.
 */
import start, { __wbg_reset_state as startAgain, analyze as analyzeInWasm, prepare, type Document, type Report } from 'hearsay';

let started: Promise<void> | null = null;

/** Loads the engine, once, and makes it ready. A page that has asked for its reader asks the engine next. */
export function startEngine(): Promise<void> {
  return (started ??= start({ module_or_path: chrome.runtime.getURL('hearsay.wasm') })
    .then(prepare)
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
export async function analyze(document: Document): Promise<Report> {
  await startEngine();
  try {
    return analyzeInWasm(document);
  } catch (error) {
    if (isTrap(error)) startAgain();
    throw error;
  }
}

/** A trap, or a stack that ran over: the engine stopped half-way. An error of its own is a plain `Error`. */
function isTrap(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
