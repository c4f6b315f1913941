/** Puts scripts of the extension into frames: the content script, and later what it needs beside it. */
import type { ScriptName } from '../protocol.ts';

/** Has frames read that the browser itself brought no content script to. Where one stands already, nothing happens. */
export async function bringContentScript(tabId: number, frameIds: number[]): Promise<void> {
  const target = { tabId, frameIds };
  try {
    await chrome.scripting.insertCSS({ target, files: ['/content.css'] });
    await chrome.scripting.executeScript({ target, files: ['/content.js'] });
  } catch {
    // The tab is gone, or shows another page by now.
  }
}

/** Puts a script beside the content script. Says whether it is there. */
export async function bringScript(script: ScriptName, tabId: number, frameId: number): Promise<boolean> {
  try {
    await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [`/${script}.js`] });
    return true;
  } catch {
    // The tab is gone, or shows another page by now.
    return false;
  }
}
