/**
 * The address of a claim's very words: a text fragment (`#:~:text=`), which a browser scrolls to and marks. In go the
 * address of the page and the words with what stands before them; out comes an address. `deep_link.rs` makes the same for
 * files; `tests/deep_links.tsv` holds both to it. Pure.
 */
import type { Claim, Span } from 'hearsay';
import type { Quote } from '../../claims/quoting.ts';

/** So many words at each end are enough to find a passage; a shorter one is given whole. */
const ENDS = 5;
/** A passage of no more words could stand on the page twice: it is found by what stands before it too. */
const FEW = 3;

/** So much of what stands before a passage is looked at. UTF-16 code units. */
const BEFORE = 80;

export function linkToClaim({ content }: Claim, quote: Quote, url: string): string {
  return deepLink(
    url,
    content.map((span) => ({ words: quote(span), before: wordsBefore(span, quote) })),
  );
}

/** Whole words, with the white space behind them. */
function wordsBefore({ block, start }: Span, quote: Quote): string {
  const from = Math.max(0, start - BEFORE);
  // What is quoted loses its white space at the ends, so one sign more is quoted.
  const before = quote({ block, start: from, end: start + 1 }).slice(0, -1);
  return from === 0 ? before : before.replace(/^\S*\s/, '');
}

/** Words of the page, and what stands right before them in the same block. */
export interface LinkedPassage {
  words: string;
  before: string;
}

export function deepLink(url: string, passages: readonly LinkedPassage[]): string {
  const directives = passages.map(directiveFor).filter((directive) => directive !== '');
  // A page may be another one behind each fragment; a text fragment stands behind that.
  const address = url.split(':~:')[0]!;
  if (directives.length === 0 || !/^https?:/.test(url)) return address;
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directives.join('&text=')}`;
}

/** What finds one passage. Signs at its ends are left out, since a browser looks for whole words. */
export function directiveFor({ words, before }: LinkedPassage): string {
  const bare = words.replace(/^[^\p{L}\p{N}]+/u, '');
  const signs = words.slice(0, words.length - bare.length);
  const each = wordsIn(bare.replace(/[^\p{L}\p{N}]+$/u, ''));
  const joined = (some: string[]) => encoded(some.join(' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  if (each.length === 0) return '';
  if (each.length <= FEW) return prefix(before + signs) + joined(each);
  return each.length <= 2 * ENDS ? joined(each) : `${joined(each.slice(0, ENDS))},${joined(each.slice(-ENDS))}`;
}

/** The last words of what stands right before a passage, up to its first letter. */
function prefix(before: string): string {
  const last = wordsIn(before)
    .slice(-FEW)
    .join(' ')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return last === '' ? '' : `${encoded(last)}-,`;
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Words as they may stand in a directive: of the signs only those that mean nothing there. */
function encoded(words: string): string {
  return encodeURIComponent(words).replace(/[-!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
