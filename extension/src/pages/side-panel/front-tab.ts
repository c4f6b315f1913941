/** The tab that the panel stands beside: the one in front in its window, whichever that is at the moment. */

/** Calls back with the tab in front, now and whenever another comes to the front. */
export async function followFrontTab(changed: (tabId: number | null) => void): Promise<void> {
  const { id: windowId } = await chrome.windows.getCurrent();
  // Opened as a tab, the panel stays with the page it was opened beside.
  const own = await chrome.tabs.getCurrent();
  chrome.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId && active.tabId !== own?.id) changed(active.tabId);
  });
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  changed(tab?.id ?? null);
}
