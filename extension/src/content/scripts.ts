/**
 * The scripts that come beside the content script once they are needed, so that a page which is no article pays for
 * neither and an article pays for no card before the pointer comes to a claim. They are part of the extension; the
 * background puts them into the world that no page sees, where each leaves what it exports under one name.
 */
import type { ScriptName, ScriptRequest } from '../protocol.ts';
import type { CardRoom } from './card/index.ts';
import type { Reader } from './reader.ts';

/** Brings a script, the same each time. Throws when the background does not answer. */
export interface Scripts {
  reader(): Promise<Reader>;
  card(): Promise<CardRoom>;
}

export const scripts: Scripts = {
  reader: once(() => bring<Reader>('reader', 'hearsayReader')),
  card: once(() => bring<CardRoom>('card', 'hearsayCard')),
};

async function bring<Room>(script: ScriptName, name: string): Promise<Room> {
  const request: ScriptRequest = { type: 'script', script };
  await chrome.runtime.sendMessage(request);
  // An element of the page with this id would stand under the name too, but not as the world's own.
  if (!Object.hasOwn(globalThis, name)) throw new Error(`${script}.js did not come.`);
  return (globalThis as Record<string, unknown>)[name] as Room;
}

/** Does some work once; after a failure, again. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let done: Promise<Result> | null = null;
  return () =>
    (done ??= work().catch((error) => {
      done = null;
      throw error;
    }));
}
