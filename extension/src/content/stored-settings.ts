/** What is stored, as this page sees it: what counts in all windows, and in a private one what was set in private windows. */
import type { BackgroundNote, PrivateRequest } from '../messages.ts';
import type { Entries } from '../settings/migrations.ts';
import type { Change } from '../settings/schema.ts';
import { loadAsStored, onEntriesChange, saveSetting } from '../settings/storage.ts';

const isPrivate = chrome.extension.inIncognitoContext;

export function load(): Promise<Entries> {
  return loadAsStored(isPrivate ? ask() : {});
}

/** Stores a change. @throws when the browser does not keep it. */
export async function save(change: Change): Promise<void> {
  await (isPrivate ? ask(change) : saveSetting(change));
}

/** Calls back with all entries after each change. Returns how to stop. */
export function onChange(changed: (entries: Entries) => void): () => void {
  const stop = onEntriesChange(changed, load);
  if (!isPrivate) return stop;
  const hear = (note: BackgroundNote) => void (note.type === 'settings' && load().then(changed));
  chrome.runtime.onMessage.addListener(hear);
  return () => {
    stop();
    chrome.runtime.onMessage.removeListener(hear);
  };
}

/** Storage keeps this from content scripts, so the background is asked. */
async function ask(...changes: Change[]): Promise<Entries> {
  const request: PrivateRequest = { type: 'private', changes };
  return (await chrome.runtime.sendMessage(request)) ?? {};
}
