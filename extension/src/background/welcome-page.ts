/** The welcome page opens once, when the extension is installed; never after an update. */
export function welcome(reason: `${chrome.runtime.OnInstalledReason}`): void {
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('welcome.html') });
}
