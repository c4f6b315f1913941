/**
 * What comes beside the content script once it is needed, so that a page which neither is an article nor promises one pays
 * for none of it and an article pays for no card before the pointer comes to a claim: three scripts, and the look of the lines. They are part of
 * the extension; the background puts the scripts into the world that no page sees, where each leaves what it exports
 * under one name.
 */
import type { ScriptName, ScriptRequest, LookRequest } from '../messages.ts';
import type { CardRoom } from './card/index.ts';
import type { Commands } from './commands/index.ts';
import type { ArticleScripts } from './page-session.ts';
import type { Reader } from './reader.ts';
import { tellBackground } from './tell-background.ts';

export interface Scripts extends ArticleScripts {
  commands(): Promise<Commands>;
}

export const scripts: Scripts = {
  reader: once(() => bring<Reader>('reader')),
  card: once(() => bring<CardRoom>('card')),
  commands: once(() => bring<Commands>('commands')),
  // With the extension gone, Firefox has taken the look away, and in Chromium nothing wears it.
  look: (shown) => tellBackground({ type: 'look', shown } satisfies LookRequest),
};

/** Who waits for a script, by the name that it leaves its exports under. */
const awaiting = new Map<string, () => void>();

/** Called by each script at its end. */
export function arrived(name: string): void {
  awaiting.get(name)?.();
}

async function bring<Room>(script: ScriptName): Promise<Room> {
  const name = `hearsay_${script}`;
  const request: ScriptRequest = { type: 'script', script };
  // The script says sooner that it is there than the background, which the engine may keep busy.
  await Promise.race([new Promise<void>((here) => awaiting.set(name, here)), chrome.runtime.sendMessage(request)]);
  // An element of the page with this id would stand under the name too, but not as the world's own.
  if (!Object.hasOwn(globalThis, name)) throw new Error(`No ${script}.js came.`);
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
