/**
 * Puts text in the clipboard. The newer way is closed to pages without encryption, so the event of the older one is
 * used everywhere; it needs no permission and writes nothing to the page.
 */

/** Has to be called from a press of a key or a button. Says whether it worked. */
export function copy(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', fill, true);
  try {
    return document.execCommand('copy');
  } finally {
    removeEventListener('copy', fill, true);
  }
}
