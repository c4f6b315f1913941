/**
 * What is set in private windows holds for them alone, until the last one closes. Content scripts cannot see where it is
 * kept, so they ask.
 */
import type { SettingsNote } from '../messages.ts';
import type { Entries } from '../settings/migrations.ts';
import type { Change } from '../settings/schema.ts';
import { forgetPrivate, isPrivateEntry, privateEntries, saveSettings } from '../settings/storage.ts';

/** Stores changes, if there are any. Gives all that holds. */
export async function settingsOfPrivateWindows(changes: readonly Change[]): Promise<Entries> {
  if (changes.length > 0) await saveSettings(changes, true);
  return privateEntries();
}

/** Tells the pages in private windows that something was set, if that is among what changed in `storage.session`. */
export async function tellPrivateWindows(changed: readonly string[]): Promise<void> {
  if (!changed.some(isPrivateEntry)) return;
  const note: SettingsNote = { type: 'settings' };
  const tabs = await chrome.tabs.query({ discarded: false });
  // Not every tab has somebody to hear it.
  for (const { id, incognito } of tabs)
    if (incognito && id !== undefined) chrome.tabs.sendMessage(id, note).catch(() => {});
}

/** Forgets everything once no private window is left. */
export async function forgetIfLast(): Promise<void> {
  const windows = await chrome.windows.getAll();
  if (!windows.some(({ incognito }) => incognito)) await forgetPrivate();
}
