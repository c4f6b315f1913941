/**
 * Brings the content script where the browser itself brought none: the page is older than the extension, stands in a frame, or
 * is one that the reader lets the extension read this once.
 */

/**
 * Has frames of a tab read. Where a content script stands already, nothing happens. Says whether there is one now; the tab may
 * be gone by then, show another page, or be closed to the extension.
 */
export function bringContentScript(tabId: number, frameIds: number[]): Promise<boolean> {
  return chrome.scripting.executeScript({ target: { tabId, frameIds }, files: ['/leftovers.js', '/content.js'] }).then(
    () => true,
    () => false,
  );
}
