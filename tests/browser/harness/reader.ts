/**
 * The part of the content script that reads a page, alone in a page of its own: whether some HTML is taken for an article, and
 * which blocks it is taken apart into.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { run } from './page.ts';

/** A block as it was read, and whether every piece of it is found again on the page. */
export interface BlockRead {
  region: string;
  text: string;
  links: { words: string; domain: string; address: string }[];
  found: boolean;
}

export interface PageRead {
  isArticle: boolean;
  host: { names: string[]; domain: string };
  blocks: BlockRead[];
  /** Whether the page's HTML is the same after the reading as before. */
  untouched: boolean;
}

const content = fileURLToPath(new URL('../../../extension/src/content', import.meta.url));

const bundle = build({
  stdin: {
    contents: `
      export { readPage } from './extraction/read-article.ts';
      export { rangesOf } from './extraction/block.ts';
      export { publisherOf } from './extraction/publisher.ts';
      export { readsLikeAnArticle } from './detection/is-article.ts';
      export { isOfOtherKind } from './detection/other-page-types.ts';`,
    resolveDir: content,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'reader',
}).then(({ outputFiles }) => outputFiles[0]!.text);

/** Puts some HTML in the place of the page and reads it, as if it stood at an address. */
export async function readHtml(page: Page, html: string, address = 'http://lantern.example/'): Promise<PageRead> {
  return (await readEach(page, [html], address))[0]!;
}

/** Puts one HTML after the other in the place of the page and reads them. */
export async function readEach(
  page: Page,
  sources: readonly string[],
  address = 'http://lantern.example/',
): Promise<PageRead[]> {
  await page.evaluate(await bundle.then((code) => `globalThis.reader ??= (() => { ${code}; return reader; })()`));
  return run(
    page,
    (sources, address) => {
      const { readPage, rangesOf, publisherOf, readsLikeAnArticle, isOfOtherKind } = (globalThis as any).reader;
      return sources.map((html) => {
        document.documentElement.innerHTML = html;
        document.documentElement.lang = /<html[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? '';
        const before = document.documentElement.outerHTML;
        const isArticle = readsLikeAnArticle(document) && !isOfOtherKind(document);
        const work = readPage(document);
        let step = work.next();
        while (!step.done) step = work.next();
        const blocks = step.value.reading.blocks.map((read: any) => {
          const { text, region, links } = read.block;
          const words = [...text.matchAll(/\S+/g)];
          return {
            region,
            text: text.replace(/\s+/g, ' ').trim(),
            links: links.map(({ start, end, domain, address }: any) => ({
              words: text.slice(start, end),
              domain,
              address,
            })),
            // A dash may be set between words that stand apart.
            found: words.every(
              (word: any) =>
                word[0] === '—' || rangesOf(read, word.index, word.index + word[0].length).join('') === word[0],
            ),
          };
        });
        return {
          isArticle,
          host: publisherOf(document, new URL(address)),
          blocks,
          untouched: document.documentElement.outerHTML === before,
        };
      });
    },
    sources,
    address,
  );
}
