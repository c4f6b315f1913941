/** The side panel: Chrome's has one name, Firefox's another, and a phone has none. */

/** Of each browser the one that it has. */
type Panels = Partial<Pick<typeof chrome, 'sidePanel'>> & { sidebarAction?: { open(): Promise<void> } };
const { sidePanel, sidebarAction }: Panels = chrome;

export function hasPanel(): boolean {
  return sidePanel !== undefined || sidebarAction !== undefined;
}

/** Opens the panel in a window. It must be asked within a press of a key or a button, before anything is waited for. */
export async function openPanel(windowId: number): Promise<void> {
  if (sidePanel !== undefined) await sidePanel.open({ windowId });
  else await sidebarAction?.open();
}
