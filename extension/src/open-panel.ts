/** The side panel: Chrome's has one name, Firefox's another, and a phone has none. */

/** What the types of Chrome do not know of Firefox. */
interface Firefox {
  sidebarAction?: { open(): Promise<void> };
}

export function hasPanel(): boolean {
  return chrome.sidePanel !== undefined || (chrome as Firefox).sidebarAction !== undefined;
}

/** Opens the panel in a window. It must be asked within a press of a key or a button, before anything is waited for. */
export async function openPanel(windowId: number): Promise<void> {
  if (chrome.sidePanel !== undefined) await chrome.sidePanel.open({ windowId });
  else await (chrome as Firefox).sidebarAction?.open();
}
