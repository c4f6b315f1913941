/** Whether two readings of a page are of the same words in the same parts, so that the same report holds. Pure. */
import type { Block, Host } from 'hearsay';
import type { Reading } from './read-article.ts';

interface ReadArticle {
  host: Required<Host>;
  reading: Reading;
}

export function isSameArticle(one: ReadArticle, other: ReadArticle): boolean {
  const [these, those] = [one.reading.blocks, other.reading.blocks];
  return (
    these.length === those.length &&
    JSON.stringify(one.host) === JSON.stringify(other.host) &&
    these.every(({ block }, at) => isSameBlock(block, those[at]!.block))
  );
}

function isSameBlock(one: Required<Block>, other: Required<Block>): boolean {
  return (
    one.text === other.text && one.region === other.region && JSON.stringify(one.links) === JSON.stringify(other.links)
  );
}
