/**
 * Brings the content script into frames of a tab, each of which then reads its document as a small page of its own. A
 * page asks for it once it knows of a frame worth reading; no other page pays for its frames.
 */
import { bringContentScript } from '../browser/content-script-injection.ts';

/** @param others frames of other sites too, not only those of the page's own. */
export async function bringIntoFrames(tabId: number, others: boolean): Promise<void> {
  // The tab may be gone, or show another page by now.
  const frames = await chrome.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: awaitsReading, args: [others] })
    .catch(() => []);
  const frameIds = frames.filter(({ result }) => result === true).map(({ frameId }) => frameId);
  if (frameIds.length > 0) await bringContentScript(tabId, frameIds);
}

/** Runs in each frame, in the world that no page sees: whether it holds text and nobody reads it yet. Knows nothing from outside. */
function awaitsReading(others: boolean): boolean {
  if (window === top || Object.hasOwn(globalThis, 'hearsayIsHere') || (document.body?.textContent ?? '').length < 250)
    return false;
  try {
    // Throws in a frame of another site.
    if (!others) void top!.document;
  } catch {
    return false;
  }
  return true;
}
