/**
 * An article's blocks as elements of this page: text and nothing else, whatever it was made from. In go blocks; out come
 * the elements, and where each character of a block stands in them.
 */
import type { Block } from 'hearsay';
import type { ReadBlock } from '../../extension/src/content/extraction/block.ts';
import { element } from '../../extension/src/ui/element.ts';

export interface Typeset {
  nodes: HTMLElement[];
  blocks: ReadBlock[];
}

const NAMES: Partial<Record<Block['region'] & string, keyof HTMLElementTagNameMap>> = {
  headline: 'h2',
  subheading: 'h3',
  quote: 'blockquote',
};

export function typeset(blocks: readonly Required<Block>[]): Typeset {
  const set = blocks.map((block) => {
    const node = new Text(block.text);
    const made = element(NAMES[block.region] ?? 'p', { class: block.region, dir: 'auto' }, node);
    return { made, read: { block, pieces: [{ at: 0, node, from: 0, length: block.text.length }] } };
  });
  return { nodes: set.map(({ made }) => made), blocks: set.map(({ read }) => read) };
}
