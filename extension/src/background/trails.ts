/**
 * Where trails are kept: one for each tab that the reader has opened by following a claim, in `storage.session`, which is memory
 * and ends with the browser. No state of its own: the background may be ended between any two steps of a trail.
 */
import type { Trail } from '../claims/trail.ts';

/** Before the number of a tab. */
const TRAIL = 'trail:';

export async function trailOf(tabId: number): Promise<Trail | null> {
  const { [TRAIL + tabId]: trail } = await chrome.storage.session.get(TRAIL + tabId);
  return (trail as Trail | undefined) ?? null;
}

export async function keepTrail(tabId: number, trail: Trail): Promise<void> {
  await chrome.storage.session.set({ [TRAIL + tabId]: trail });
}

export async function forgetTrail(tabId: number): Promise<void> {
  await chrome.storage.session.remove(TRAIL + tabId);
}

/** Forgets the trails of all tabs but these. */
export async function forgetTrailsBut(tabIds: readonly (number | undefined)[]): Promise<void> {
  const known = new Set(tabIds.map((id) => TRAIL + id));
  const all = Object.keys(await chrome.storage.session.get(null));
  await chrome.storage.session.remove(all.filter((key) => key.startsWith(TRAIL) && !known.has(key)));
}

/** Whether any tab has one. */
export async function anyTrail(): Promise<boolean> {
  return Object.keys(await chrome.storage.session.get(null)).some((key) => key.startsWith(TRAIL));
}
