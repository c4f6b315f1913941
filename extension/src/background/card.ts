/** Puts the card's script into a frame, beside the content script that stands there. */
export async function bringCard(tabId: number, frameId: number): Promise<boolean> {
  try {
    await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/card.js'] });
    return true;
  } catch {
    // The tab is gone, or shows another page by now.
    return false;
  }
}
