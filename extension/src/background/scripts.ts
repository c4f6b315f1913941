/** Puts a script of the extension into a frame, beside the content script that stands there. */
import type { ScriptName } from '../protocol.ts';

/** Says whether it is there. */
export async function bringScript(script: ScriptName, tabId: number, frameId: number): Promise<boolean> {
  try {
    await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [`/${script}.js`] });
    return true;
  } catch {
    // The tab is gone, or shows another page by now.
    return false;
  }
}
