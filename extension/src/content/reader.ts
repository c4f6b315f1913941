/**
 * Everything that is needed once a page has turned out to be an article: its blocks for the engine, and the display of
 * what the engine found. A script of its own, `reader.js`: most pages are no article and never load it.
 */
export { Article } from './article.ts';
export { boxOf } from './blocks/block.ts';
export { readPage } from './blocks/blocks.ts';
export { publisherOf } from './blocks/publisher.ts';
export { Display } from './display.ts';
export { exported } from './exported.ts';
export { Nearby } from './marks/nearby.ts';
export { isSameArticle } from './same-article.ts';
export { whenShown } from './unseen.ts';

export type Reader = typeof import('./reader.ts');
