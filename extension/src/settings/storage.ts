/**
 * Where settings are kept: `storage.sync`, so that they follow the reader to another computer, and `storage.local` for
 * what sync refuses (it is full, or switched off) and for what holds for this computer only. An entry in local counts
 * before the same entry in sync. What is set in a private window holds for private windows until the last one closes, and
 * is kept in `storage.session`, in memory. No state: storage is the only memory.
 *
 * A page may close in the very moment in which something is set on it, as a popup does. So whatever is to be stored is
 * handed to the browser at once, before anything is waited for.
 */
import { migrated, SCHEMA_VERSION, type Entries } from './migrations.ts';
import { settingsFrom, unreadable, type Change, type Settings } from './schema.ts';

/** Pausing is for the moment and the desk one sits at. */
const THIS_COMPUTER_ONLY = ['paused'];

/** Before the name of an entry that holds in private windows. */
const PRIVATE = 'private:';

/**
 * The settings as stored.
 *
 * @param inPrivate as for `loadEntries`.
 */
export async function loadSettings(inPrivate: Entries | Promise<Entries> = {}): Promise<Settings> {
  return settingsFrom(await loadEntries(inPrivate));
}

/**
 * All entries as they count, in today's version. An area that cannot be read counts as empty.
 *
 * @param inPrivate entries that count before all others: in a private window, those that were made in one.
 */
export function loadEntries(inPrivate: Entries | Promise<Entries> = {}): Promise<Entries> {
  return together(entries, inPrivate);
}

/** The same in the version they were stored in: the background makes them today's as soon as it runs, which counts as a change. */
export function loadAsStored(inPrivate: Entries | Promise<Entries> = {}): Promise<Entries> {
  return together(asStored, inPrivate);
}

async function together(
  read: (area: chrome.storage.StorageArea) => Promise<Entries>,
  inPrivate: Entries | Promise<Entries>,
): Promise<Entries> {
  const [sync, local, here] = await Promise.all([read(chrome.storage.sync), read(chrome.storage.local), inPrivate]);
  return { ...sync, ...local, ...here };
}

/** Whether what `storage.session` has under a name was made in a private window. */
export function isPrivateEntry(name: string): boolean {
  return name.startsWith(PRIVATE);
}

/** The entries that were made in private windows. */
export async function privateEntries(): Promise<Entries> {
  const all = Object.entries(await chrome.storage.session.get(null));
  return Object.fromEntries(
    all.flatMap(([key, value]) => (isPrivateEntry(key) ? [[key.slice(PRIVATE.length), value]] : [])),
  );
}

/**
 * Stores one change.
 *
 * @param isPrivate whether it is made in a private window.
 * @throws when neither area takes it.
 */
export function saveSetting(change: Change, isPrivate = false): Promise<void> {
  return saveSettings([change], isPrivate);
}

/**
 * Stores changes together: an area takes all that are meant for it, or none.
 *
 * @param isPrivate whether they are made in a private window.
 * @throws when neither area takes them.
 */
export async function saveSettings(changes: readonly Change[], isPrivate = false): Promise<void> {
  if (isPrivate)
    return chrome.storage.session.set(
      Object.fromEntries(changes.map(({ key, value }) => [PRIVATE + key, value ?? null])),
    );
  const taken = changes.filter(({ value }) => value === undefined).map(({ key }) => key);
  const given = changes.filter(({ value }) => value !== undefined);
  const [here, everywhere] = [true, false].map((isHere) =>
    given.filter(({ key }) => THIS_COMPUTER_ONLY.includes(key) === isHere),
  );
  await Promise.all([
    here!.length > 0 && chrome.storage.local.set(entriesOf(here!)),
    everywhere!.length > 0 && keep(everywhere!),
    taken.length > 0 && takeOut(taken),
  ]);
}

/** Forgets what was set in private windows. */
export async function forgetPrivate(): Promise<void> {
  await chrome.storage.session.remove(Object.keys(await privateEntries()).map((key) => PRIVATE + key));
}

async function keep(changes: readonly Change[]): Promise<void> {
  const { sync, local } = chrome.storage;
  const entries = entriesOf(changes);
  // In local an older entry would hide the new one in sync.
  const [kept] = await Promise.allSettled([sync.set(entries), local.remove(changes.map(({ key }) => key))]);
  if (kept.status === 'rejected') await local.set(entries);
}

async function takeOut(keys: string[]): Promise<void> {
  const { sync, local } = chrome.storage;
  const [here, everywhere] = await Promise.allSettled([local.remove(keys), sync.remove(keys)]);
  if (here.status === 'rejected') throw here.reason;
  // Nothing in local hides what sync would not give up.
  if (everywhere.status === 'rejected') await local.set(Object.fromEntries(keys.map((key) => [key, null])));
}

function entriesOf(changes: readonly Change[]): Record<string, unknown> {
  return Object.fromEntries([...changes.map(({ key, value }) => [key, value]), ['version', SCHEMA_VERSION]]);
}

/** Takes out what cannot be read, which counted as its default before too. Says whether there was anything. */
export async function takeOutUnreadable(): Promise<boolean> {
  const areas = [chrome.storage.sync, chrome.storage.local];
  const found = await Promise.all(areas.map(async (area) => unreadable(await entries(area))));
  // An area that does not let go of it says so again the next time.
  await Promise.all(areas.map((area, at) => found[at]!.length > 0 && area.remove(found[at]!).catch(() => {})));
  return found.some((keys) => keys.length > 0);
}

/**
 * Calls back with the new settings after each change, as `onEntriesChange` does with entries.
 *
 * @param inPrivate as for `loadEntries`.
 */
export function onSettingsChange(
  changed: (settings: Settings) => void,
  inPrivate?: () => Promise<Entries>,
): () => void {
  return onEntriesChange(
    (entries) => changed(settingsFrom(entries)),
    () => loadEntries(inPrivate?.()),
  );
}

/** Calls back with all entries, loaded anew, after each change, in whatever tab or window it was made. Returns how to stop. */
export function onEntriesChange(changed: (entries: Entries) => void, load: () => Promise<Entries>): () => void {
  let newest = 0;
  const reload = async () => {
    const mine = ++newest;
    const entries = await load();
    if (mine === newest) changed(entries);
  };
  chrome.storage.onChanged.addListener(reload);
  return () => chrome.storage.onChanged.removeListener(reload);
}

/** Makes what an older version left in the areas today's, where it stands. */
export async function renewEntries(): Promise<void> {
  await Promise.all([chrome.storage.sync, chrome.storage.local].map((area) => renew(area).catch(() => {})));
}

async function renew(area: chrome.storage.StorageArea): Promise<void> {
  const stored = await area.get(null);
  const today = migrated(stored);
  if (today === stored || Object.keys(stored).length === 0) return;
  await area.set(today);
  const gone = Object.keys(stored).filter((key) => !Object.hasOwn(today, key));
  if (gone.length > 0) await area.remove(gone);
}

/** What an area holds, in today's version. */
async function entries(area: chrome.storage.StorageArea): Promise<Entries> {
  return migrated(await asStored(area));
}

function asStored(area: chrome.storage.StorageArea): Promise<Entries> {
  return area.get(null).catch(() => ({}));
}
