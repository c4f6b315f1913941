/**
 * The first moments of the extension: after it was installed, renewed or turned on, and after the browser was started.
 * Browsers tell of some of these and not of others, and start the background in each; what they keep for the session is
 * gone by then.
 */

const BEGUN = 'begun';

/** Whether the background runs for the first time since one of these moments. True once. */
export async function isBeginning(): Promise<boolean> {
  const { session } = chrome.storage;
  const { [BEGUN]: begun } = await session.get(BEGUN);
  if (begun === true) return false;
  await session.set({ [BEGUN]: true });
  return true;
}
