/**
 * Brings the content script into frames of a tab, each of which then reads its document as a small page of its own. A
 * page asks for it once it knows of a frame worth reading; no other page pays for its frames.
 */

/** @param others frames of other sites too, not only those of the page's own. */
export async function bringIntoFrames(tabId: number, others: boolean): Promise<void> {
  try {
    const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: awaitsReading, args: [others] });
    const frameIds = frames.filter(({ result }) => result === true).map(({ frameId }) => frameId);
    if (frameIds.length === 0) return;
    await chrome.scripting.insertCSS({ target: { tabId, frameIds }, files: ['/content.css'] });
    await chrome.scripting.executeScript({ target: { tabId, frameIds }, files: ['/content.js'] });
  } catch {
    // The tab is gone, or shows another page by now.
  }
}

/** Runs in each frame, in the world that no page sees: whether it holds text and nobody reads it yet. Knows nothing from outside. */
function awaitsReading(others: boolean): boolean {
  const world = globalThis as { hearsayIsHere?: boolean };
  if (window === top || world.hearsayIsHere || (document.body?.textContent ?? '').length < 250) return false;
  try {
    // Throws in a frame of another site.
    if (!others) void top!.document;
  } catch {
    return false;
  }
  return (world.hearsayIsHere = true);
}
