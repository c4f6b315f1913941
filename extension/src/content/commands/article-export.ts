/**
 * An article as it is exported: its address and title, who wrote it and when, its text, the claims that are marked, and where the text stands
 * in that of the whole page. The text of the page is what `document.body.textContent` gives.
 */
import type { Claim, Host } from 'hearsay';
import type { ExportedPage } from 'hearsay-views';
import type { ExportedArticle } from '../../messages.ts';
import { titleOf } from '../card/copy/source-page.ts';
import { stillHolds, type ReadBlock } from '../extraction/block.ts';
import { creditsOf } from './byline.ts';

/** An article as it was read, with the claims that are marked in it. */
export interface MarkedArticle {
  blocks: readonly ReadBlock[];
  host: Required<Host>;
  claims: readonly Claim[];
}

export function exported({ blocks, host, claims }: MarkedArticle): ExportedArticle {
  const positions = positionsOf(document.body);
  const { origin, pathname, search } = location;
  const page: ExportedPage = {
    url: origin + pathname + search,
    title: titleOf(document),
    ...creditsOf(document),
    document: { host, blocks: blocks.map(({ block }) => block) },
    places: blocks.map((block) => placesOf(block, positions)),
  };
  return { page, report: { claims: [...claims] } };
}

/** Where each text begins, in code points. */
function positionsOf(root: Element): ReadonlyMap<Node, number> {
  const positions = new Map<Node, number>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let position = 0;
  while (walker.nextNode()) {
    positions.set(walker.currentNode, position);
    position += codePoints((walker.currentNode as Text).data);
  }
  return positions;
}

/** Where the runs of a block stand. None when the page has changed one of them, or keeps it in a tree of its own. */
function placesOf({ block, pieces }: ReadBlock, positions: ReadonlyMap<Node, number>): ExportedPage['places'][number] {
  const known = pieces.every((piece) => positions.has(piece.node) && stillHolds(block.text, piece));
  if (!known) return [];
  return pieces.map(({ at, node, from }) => ({
    at,
    position: positions.get(node)! + codePoints(node.data.slice(0, from)),
  }));
}

function codePoints(text: string): number {
  return [...text].length;
}
