/**
 * The same sentence twice is one claim: a pull quote repeats the article's own words, some pages carry a paragraph
 * once for each screen size. Pure.
 */
import type { ReadBlock } from './block.ts';

/** Shorter text repeats by chance. UTF-16 code units, letters and digits only. */
const LONG_ENOUGH = 25;

/** The same blocks; those that only repeat running text make no claims. */
export function withoutRepetition(blocks: ReadBlock[]): ReadBlock[] {
  const words = blocks.map(({ block }) => lettersOf(block.text));
  const running = words.filter((_, index) => blocks[index]!.block.region === 'paragraph').join(' ');
  const seen = new Set<string>();
  return blocks.map((read, index) => {
    const letters = words[index]!;
    if (letters.length < LONG_ENOUGH || read.block.region === 'headline') return read;
    const repeats = read.block.region === 'quote' ? running.includes(letters) : seen.has(letters);
    seen.add(letters);
    return repeats ? { ...read, block: { ...read.block, region: 'other' } } : read;
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
