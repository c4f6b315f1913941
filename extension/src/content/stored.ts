/** The settings as this page sees them: those of all windows, and in a private one what was set in private windows. */
import type { BackgroundNote, PrivateRequest } from '../protocol.ts';
import { loadSettings, onSettingsChange, saveSetting } from '../settings-store.ts';
import type { Entries } from '../settings-steps.ts';
import type { Change, Settings } from '../settings.ts';

const isPrivate = chrome.extension.inIncognitoContext;

export function load(): Promise<Settings> {
  return loadSettings(isPrivate ? ask() : {});
}

/** Stores a change. @throws when the browser does not keep it. */
export async function save(change: Change): Promise<void> {
  await (isPrivate ? ask(change) : saveSetting(change));
}

/** Calls back with the new settings after each change. Returns how to stop. */
export function onChange(changed: (settings: Settings) => void): () => void {
  const stop = onSettingsChange(changed, isPrivate ? ask : undefined);
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
