/**
 * Where settings are kept: `storage.sync`, so that they follow the reader to another computer, and `storage.local` for
 * what sync refuses (it is full, or switched off) and for what holds for this computer only. An entry in local counts
 * before the same entry in sync. No state: storage is the only memory.
 */
import { SCHEMA_VERSION, settingsFrom, type Change, type Settings } from './settings.ts';

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
export async function saveSetting({ key, value }: Change): Promise<void> {
  const { sync, local } = chrome.storage;
  if (value === undefined) {
    await local.remove(key);
    // Nothing in local hides what sync would not give up.
    return sync.remove(key).catch(() => local.set({ [key]: null }));
  }
  const entry = { [key]: value, version: SCHEMA_VERSION };
  if (THIS_COMPUTER_ONLY.includes(key)) return local.set(entry);
  try {
    await sync.set(entry);
  } catch {
    return local.set(entry);
  }
  await local.remove(key);
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

async function entries(area: chrome.storage.StorageArea): Promise<Record<string, unknown>> {
  try {
    return await area.get(null);
  } catch {
    return {};
  }
}
