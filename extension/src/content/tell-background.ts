/** Tells the background what asks for no answer. Without an extension behind the page there is nobody to hear it. */
export async function tellBackground(message: unknown): Promise<void> {
  try {
    await chrome.runtime.sendMessage(message);
  } catch {
    // Firefox has taken everything away with the extension, and in Chromium the script is about to leave.
  }
}
