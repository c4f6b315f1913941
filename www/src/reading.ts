/** An article as the engine is given it, read from an inert document by the code that reads pages for the extension. */
import type { Block, Host } from 'hearsay';
import { titleOf } from '../../extension/src/content/card/copy/source-page.ts';
import { TimeSlices } from '../../extension/src/content/dom/time-slices.ts';
import { publisherOf } from '../../extension/src/content/extraction/publisher.ts';
import { readPage } from '../../extension/src/content/extraction/read-article.ts';
import { tooLong } from './input/length.ts';
import { Refused } from './refused.ts';

export interface ReadText {
  /** Its headline, or what it calls itself; else empty. */
  title: string;
  /** Where it was published, as far as it says; else empty. */
  url: string;
  host: Required<Host>;
  blocks: Required<Block>[];
  /** The same as plain text, blank lines between its blocks. */
  plain: string;
}

/** @throws Refused when there is no text in the document, or too much. */
export async function read(page: Document, signal: AbortSignal): Promise<ReadText> {
  const { reading } = (await new TimeSlices(signal).inSlices(readPage(page))) ?? {};
  if (reading === undefined) throw nothing();
  if (reading.truncatedAt !== null) throw tooLong();
  const blocks = reading.blocks.map(({ block }) => block);
  if (blocks.length === 0) throw nothing();
  const headline = blocks.find(({ region }) => region === 'headline')?.text;
  const url = addressOf(page);
  return {
    title: headline === undefined ? titleOf(page) : inOneLine(headline),
    url,
    host: publisherOf(page, url === '' ? NOWHERE : new URL(url)),
    blocks,
    plain: headlineFirst(blocks)
      .map(({ text }) => inOneLine(text))
      .join('\n\n'),
  };
}

/** Plain text begins with its headline; a page may have a kicker above it. */
function headlineFirst(blocks: readonly Required<Block>[]): Required<Block>[] {
  const { headline = [], rest = [] } = Object.groupBy(blocks, ({ region }) =>
    region === 'headline' ? 'headline' : 'rest',
  );
  return [...headline, ...rest];
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const NOWHERE = { protocol: '', hostname: '' };

/** The address that a saved page says it has. */
function addressOf(page: Document): string {
  const link = page.querySelector('link[rel~=canonical]')?.getAttribute('href');
  const said = link ?? page.querySelector('meta[property="og:url" i]')?.getAttribute('content') ?? '';
  return /^https?:/i.test(said) && URL.canParse(said) ? said : '';
}

function nothing(): Refused {
  return new Refused('There is no text to read in this.');
}
