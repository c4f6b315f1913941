/** Hands the reader a file, as if it had been downloaded. Nothing goes over a network. */
import { element } from './element.ts';

/** Browsers begin to read what was pressed some time after the press. Milliseconds. */
const READ = 60_000;

export function saveFile(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  element('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), READ);
}

/** A longer name is cut at a word. UTF-16 code units. */
const LONGEST = 60;

/** A name for a file about a page, made of its title: no sign that a file system minds. */
export function fileName(title: string, host: string, what: string, ending: string): string {
  const plain = (words: string) =>
    words
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase();
  const name = shortened(plain(title)) || plain(host) || 'page';
  return `${name}-${what}.${ending}`;
}

function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  return name
    .slice(0, LONGEST + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '');
}
