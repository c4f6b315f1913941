/**
 * Where settings are kept: `storage.sync`, so that they follow the reader to another computer, and `storage.local` for
 * what sync refuses (it is full, or switched off) and for what holds for this computer only. An entry in local counts
 * before the same entry in sync. No state: storage is the only memory.
 */
import { migrated, SCHEMA_VERSION, type Entries } from './settings-steps.ts';
import { settingsFrom, unreadable, type Change, type Settings } from './settings.ts';

/** Pausing is for the moment and the desk one sits at. */
const THIS_COMPUTER_ONLY = ['paused'];

/** The settings as stored. An area that cannot be read counts as empty. */
export async function loadSettings(): Promise<Settings> {
  const [sync, local] = await Promise.all([entries(chrome.storage.sync), entries(chrome.storage.local)]);
  return settingsFrom({ ...sync, ...local });
}

/**
 * Stores one change.
 *
 * @throws when neither area takes it.
 */
export function saveSetting(change: Change): Promise<void> {
  return saveSettings([change]);
}

/**
 * Stores changes together: an area takes all that are meant for it, or none.
 *
 * @throws when neither area takes them.
 */
export async function saveSettings(changes: readonly Change[]): Promise<void> {
  const taken = changes.filter(({ value }) => value === undefined).map(({ key }) => key);
  const given = changes.filter(({ value }) => value !== undefined);
  const [here, everywhere] = [true, false].map((isHere) => given.filter(({ key }) => THIS_COMPUTER_ONLY.includes(key) === isHere));
  if (here!.length > 0) await put(chrome.storage.local, here!);
  if (everywhere!.length > 0) await keep(everywhere!);
  if (taken.length > 0) await takeOut(taken);
}

async function keep(changes: readonly Change[]): Promise<void> {
  const { sync, local } = chrome.storage;
  try {
    await put(sync, changes);
  } catch {
    return put(local, changes);
  }
  await local.remove(changes.map(({ key }) => key));
}

/** Gives an area new entries. What an older version left there becomes today's with them, as the version says. */
async function put(area: chrome.storage.StorageArea, changes: readonly Change[]): Promise<void> {
  const stored = await area.get(null);
  const today = migrated(stored);
  await area.set({ ...(today === stored ? {} : today), ...entriesOf(changes) });
  const gone = Object.keys(stored).filter((key) => !Object.hasOwn(today, key));
  if (gone.length > 0) await area.remove(gone);
}

async function takeOut(keys: string[]): Promise<void> {
  const { sync, local } = chrome.storage;
  await local.remove(keys);
  // Nothing in local hides what sync would not give up.
  return sync.remove(keys).catch(() => local.set(Object.fromEntries(keys.map((key) => [key, null]))));
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

/** Calls back with the new settings after each change, in whatever tab or window it was made. Returns how to stop. */
export function onSettingsChange(changed: (settings: Settings) => void): () => void {
  let newest = 0;
  const reload = async () => {
    const mine = ++newest;
    const settings = await loadSettings();
    if (mine === newest) changed(settings);
  };
  chrome.storage.onChanged.addListener(reload);
  return () => chrome.storage.onChanged.removeListener(reload);
}

async function entries(area: chrome.storage.StorageArea): Promise<Entries> {
  try {
    return migrated(await area.get(null));
  } catch {
    return {};
  }
}
