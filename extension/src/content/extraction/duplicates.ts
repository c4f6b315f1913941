/**
 * The same sentence twice is one claim: a pull quote and a summary repeat the article's own words, some pages carry a
 * paragraph once for each screen size. Pure.
 */
import type { ReadBlock } from './block.ts';
import { SIGNED } from './text-collector.ts';

/** Shorter text repeats by chance. UTF-16 code units. */
const LONG_ENOUGH = 30;

/** The same blocks; those that only repeat running text make no claims. */
export function withoutRepetition(blocks: ReadBlock[]): ReadBlock[] {
  const sentences = blocks.map(({ block: { text, region } }) =>
    region === 'paragraph' || region === 'list-item' ? sentencesOf(text) : [],
  );
  const longest = longestWith(blocks, sentences);
  let letters: string | undefined;
  const seen = new Set<string>();
  const repeats = ({ block: { text, region } }: ReadBlock, at: number): boolean => {
    if (text.length < LONG_ENOUGH || region === 'headline') return false;
    // Who said it may be named below the words.
    if (region === 'quote') return (letters ??= lettersOf(running(blocks))).includes(lettersOf(text.split(SIGNED)[0]!));
    if (seen.size === seen.add(text.trim()).size) return true;
    const least = region === 'list-item' ? 0 : text.length;
    return (
      (region === 'list-item' || region === 'paragraph') &&
      sentences[at]!.every((sentence) => (longest.get(sentence) ?? 0) > least)
    );
  };
  return blocks.map((read, at) => (repeats(read, at) ? { ...read, block: { ...read.block, region: 'other' } } : read));
}

/** For each sentence the length of the longest paragraph that has it. */
function longestWith(blocks: readonly ReadBlock[], sentences: readonly string[][]): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  blocks.forEach(({ block: { text, region } }, at) => {
    if (region !== 'paragraph') return;
    for (const sentence of sentences[at]!) longest.set(sentence, Math.max(text.length, longest.get(sentence) ?? 0));
  });
  return longest;
}

/** A block's sentences, roughly parted, without the marks around them: one that is quoted elsewhere has others. */
function sentencesOf(text: string): string[] {
  const line = text.trim().toLowerCase();
  // Few texts are broken into lines, and it is quicker to look than to replace.
  const joined = /\s\s|[^\S ]/.test(line) ? line.replace(/\s+/g, ' ') : line;
  return joined.split(/[.!?…]["'”’)\]]*(?:\s["'“‘([]*|$)|^["'“‘([]+/).filter((sentence) => sentence !== '');
}

function running(blocks: readonly ReadBlock[]): string {
  return blocks.map(({ block: { text, region } }) => (region === 'paragraph' ? text : '')).join(' ');
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
