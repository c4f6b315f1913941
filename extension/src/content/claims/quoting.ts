/**
 * The page's own words for a span of a report: as they stand, white space joined, never longer than a reader wants.
 * Pure.
 */
import type { Block, Span } from 'hearsay';

/** Longer words of the page are cut. UTF-16 code units. */
const LONG = 160;
/** A word is cut whole unless it is longer than this. */
const LONG_WORD = 40;

/** Gives the words of spans in these blocks. */
export type Quote = (span: Span | null) => string;

export function quoting(blocks: readonly Pick<Block, 'text'>[]): Quote {
  return (span) => {
    if (span === null) return '';
    const words = blocks[span.block]?.text.slice(span.start, span.end) ?? '';
    return words.replace(/[\s\u00ad\u200b]+/g, (gap) => (/\s/.test(gap) ? ' ' : '')).trim();
  };
}

/** Words cut at the end of a word, with an ellipsis; a word that is itself too long is cut inside. */
export function shortened(words: string): string {
  if (words.length <= LONG) return words;
  return `${words
    .slice(0, LONG)
    .replace(new RegExp(`\\s+\\S{0,${LONG_WORD}}$`), '')
    .replace(/[\ud800-\udbff]$/, '')} …`;
}

/** Words ready for our own quotation marks: marks around all of them go, marks inside become single ones. */
export function unquoted(words: string): string {
  const bare = words.replace(/[,.]+$/u, '').replace(/,(?=["”’»]$)/u, '');
  const whole = /^["“„«‘'](?<inside>[^"“”„«»]*)["”»’']$/u.exec(bare)?.groups?.['inside'];
  const inside = (whole ?? bare).trim();
  return inside.replace(/(^|[\s(])["“„«]/gu, '$1‘').replace(/["“”»]/gu, '’') || words;
}
