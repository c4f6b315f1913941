/**
 * The same sentence twice is one claim: a pull quote repeats the article's own words, some pages carry a paragraph
 * once for each screen size. Pure.
 */
import type { ReadBlock } from './block.ts';

/** Shorter text repeats by chance. UTF-16 code units. */
const LONG_ENOUGH = 30;

/** The same blocks; those that only repeat running text make no claims. */
export function withoutRepetition(blocks: ReadBlock[]): ReadBlock[] {
  let running: string | undefined;
  const seen = new Set<string>();
  const repeats = ({ block: { text, region } }: ReadBlock): boolean => {
    if (text.length < LONG_ENOUGH || region === 'headline') return false;
    if (region === 'quote') return (running ??= lettersOf(runningText(blocks))).includes(lettersOf(text));
    return seen.size === seen.add(text.trim()).size;
  };
  return blocks.map((read) => (repeats(read) ? { ...read, block: { ...read.block, region: 'other' } } : read));
}

function runningText(blocks: ReadBlock[]): string {
  return blocks.map(({ block }) => (block.region === 'paragraph' ? block.text : '')).join(' ');
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
