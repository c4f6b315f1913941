/** The files that a page of the extension hands the reader, caught on their way to the disk. */
import type { Runs } from './browser.ts';

export interface SavedFile {
  name: string;
  type: string;
  /** The bytes, each as one character. */
  content: string;
}

/** Presses the buttons that a selector finds, and gives the file that each of them saves. */
export async function savedBy(page: Runs, buttons: string): Promise<SavedFile[]> {
  return page.run(async (buttons) => {
    const blobs = new Map<string, Blob>();
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const href = createObjectURL.call(URL, blob);
      blobs.set(href, blob as Blob);
      return href;
    };
    const saved: SavedFile[] = [];
    const { click } = HTMLAnchorElement.prototype;
    for (const button of document.querySelectorAll<HTMLElement>(buttons)) {
      const link = await new Promise<HTMLAnchorElement>((pressed) => {
        HTMLAnchorElement.prototype.click = function () {
          pressed(this);
        };
        button.click();
      });
      const blob = blobs.get(link.href)!;
      const bytes = new Uint8Array(await blob.arrayBuffer());
      saved.push({
        name: link.download,
        type: blob.type,
        content: Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
      });
    }
    Object.assign(URL, { createObjectURL });
    HTMLAnchorElement.prototype.click = click;
    return saved;
  }, buttons);
}
