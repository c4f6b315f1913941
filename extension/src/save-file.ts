/** Hands the reader a file, as if it had been downloaded. Nothing goes over a network. */
import { element } from './look/element.ts';

/** Browsers begin to read what was pressed some time after the press. Milliseconds. */
const READ = 60_000;

export function saveFile(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  element('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), READ);
}

/** A name for a file about a page: no character that a file system minds. */
export function fileName(what: string, host: string, ending: string): string {
  return `${what}-${host.replace(/[^\p{L}\p{N}.-]+/gu, '-')}.${ending}`;
}
