/**
 * Puts text in the clipboard, and says whether it is there. The newer way is closed to pages without encryption and to those
 * that forbid it; there it goes by the event of the older one, which needs no permission and writes nothing to the page. A
 * page that hears that event first can keep it to itself; then nothing is said to be copied.
 */

/** Has to be called from a press of a key or a button. */
export async function copy(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard !== undefined) return await clipboard.writeText(text).then(() => true);
  } catch {
    // The page forbids it, or the window has not the focus.
  }
  return copyByEvent(text);
}

function copyByEvent(text: string): boolean {
  let isFilled = false;
  const fill = (event: ClipboardEvent) => {
    const { clipboardData } = event;
    if (clipboardData === null) return;
    clipboardData.clearData();
    clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isFilled = true;
  };
  addEventListener('copy', fill, true);
  try {
    return document.execCommand('copy') && isFilled;
  } finally {
    removeEventListener('copy', fill, true);
  }
}
