/** The side panel: Chrome's has one name, Firefox's another, and a phone has none. */

/** What the types of Chrome do not know of Firefox. */
declare namespace chrome {
  const sidebarAction: { open(): Promise<void> } | undefined;
}

export function hasPanel(): boolean {
  return globalThis.chrome.sidePanel !== undefined || chrome.sidebarAction !== undefined;
}

/** Opens the panel in a window. It must be asked within a press of a key or a button, before anything is waited for. */
export async function openPanel(windowId: number): Promise<void> {
  await (globalThis.chrome.sidePanel?.open({ windowId }) ?? chrome.sidebarAction?.open());
}
