/**
 * The same sentence twice is one claim: a pull quote and a summary repeat the article's own words, some pages carry a
 * paragraph once for each screen size. Pure.
 */
import type { ReadBlock } from './block.ts';

/** Shorter text repeats by chance. UTF-16 code units. */
const LONG_ENOUGH = 30;

/** The same blocks; those that only repeat running text make no claims. */
export function withoutRepetition(blocks: ReadBlock[]): ReadBlock[] {
  const running = blocks.filter(({ block }) => block.region === 'paragraph').map(({ block }) => block.text);
  const longest = longestWith(running);
  let letters: string | undefined;
  const seen = new Set<string>();
  const repeats = ({ block: { text, region } }: ReadBlock): boolean => {
    if (text.length < LONG_ENOUGH || region === 'headline') return false;
    if (region === 'quote') return (letters ??= lettersOf(running.join(' '))).includes(lettersOf(text));
    if (seen.size === seen.add(text.trim()).size) return true;
    const least = region === 'list-item' ? 0 : text.length;
    return (region === 'list-item' || region === 'paragraph') && sentencesOf(text).every((sentence) => (longest.get(sentence) ?? 0) > least);
  };
  return blocks.map((read) => (repeats(read) ? { ...read, block: { ...read.block, region: 'other' } } : read));
}

/** For each sentence the length of the longest paragraph that has it. */
function longestWith(paragraphs: readonly string[]): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const text of paragraphs) {
    for (const sentence of sentencesOf(text)) longest.set(sentence, Math.max(text.length, longest.get(sentence) ?? 0));
  }
  return longest;
}

/** The letters of each sentence, roughly parted. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…]["'”’)\]]*)\s+/u).map(lettersOf).filter((letters) => letters !== '');
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
