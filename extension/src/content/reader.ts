/**
 * Everything that is needed once a page has turned out to be an article: its blocks for the engine, and the display of
 * what the engine found. A script of its own, `reader.js`: most pages are no article and never load it.
 */
export { ArticleSession } from './article-session.ts';
export { shared } from './shared-by-reader.ts';

export type Reader = typeof import('./reader.ts');
