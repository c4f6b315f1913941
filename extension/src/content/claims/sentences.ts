/** The sentences of a block, as spans of its text. Pure. Offsets are UTF-16 code units within a block. */
import type { Block, Span } from 'hearsay';

type Blocks = readonly Pick<Block, 'text'>[];

/** The pages that are read are English. */
let segmenter: Intl.Segmenter | undefined;

function sentencesIn(text: string): readonly { start: number; end: number }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** The sentences that a span stands in. */
export function sentencesOf({ block, start, end }: Span, blocks: Blocks): Span[] {
  const text = blocks[block]?.text ?? '';
  return sentencesIn(text)
    .filter((sentence) => sentence.start < end && start < sentence.end)
    .map((sentence) => ({ block, ...sentence }));
}

/** The sentence behind a span, in its block or at the head of the next. */
export function sentenceBehind({ block, end }: Span, blocks: Blocks): Span | null {
  const next = sentencesIn(blocks[block]?.text ?? '').find(({ start }) => start >= end);
  if (next !== undefined) return { block, ...next };
  const [first] = sentencesIn(blocks[block + 1]?.text ?? '');
  return first === undefined ? null : { block: block + 1, ...first };
}
