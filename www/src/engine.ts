/** The engine, which in a page of the web runs where it is asked: no background holds it. */
import type { Report } from 'hearsay';
import { analyze } from '../../extension/src/background/engine.ts';
import type { ReadText } from './reading.ts';
import { Refused } from './refused.ts';

/** @throws Refused when there is no engine to ask, or when it failed. */
export async function claimsIn({ host, blocks }: ReadText): Promise<Report> {
  if (typeof WebAssembly === 'undefined')
    throw new Refused('This browser cannot run the engine: WebAssembly is missing, or was turned off.');
  await analyze({ blocks: [] }).catch(() => {
    throw new Refused('The engine did not start: the file hearsay.wasm is missing or damaged. Load the page again.');
  });
  return analyze({ host, blocks }).catch(() => {
    throw new Refused('The engine failed on this text. The next one is read by a fresh engine.');
  });
}
