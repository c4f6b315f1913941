/**
 * Where each hand's own report can be opened: the links on the page's words for it, on its cue, or beside them in the
 * sentence. In go a claim and the blocks with their links; out comes an address for each hand, or none. Pure.
 *
 * A page can write anything into a link. Only addresses on the web are given, and with them the site they lead to,
 * unless the words on the page say so.
 */
import type { Block, Claim, Hop, Span } from 'hearsay';
import type { Quote } from './quoting.ts';
import { sentencesOf } from './sentences.ts';

/** An address to open. */
export interface ReportLink {
  address: string;
  /** The site it leads to; null where the words for the hand say the same. */
  host: string | null;
}

type Blocks = readonly Required<Block>[];

/** For each hand of a claim, in order. An address is given to one hand only. */
export function reportLinks(claim: Claim, blocks: Blocks, quote: Quote): (ReportLink | null)[] {
  const given = new Set<string>();
  const take = (hop: Hop, address: string | undefined): ReportLink | null => {
    const host = hostOf(address);
    if (address === undefined || host === null || given.has(address)) return null;
    given.add(address);
    return { address, host: says(`${hop.name ?? ''} ${quote(hop.span)}`, host) ? null : host };
  };
  const links = claim.chain.map((hop) => take(hop, hop.address ?? linkOn([hop.span, hop.evidence], blocks)));
  const [outermost] = claim.chain;
  // What stands on the cue, or elsewhere in the sentence but not on what is claimed, leads to where the page has it from.
  if (outermost !== undefined && links[0] === null) links[0] = take(outermost, linkOn(claim.cue, blocks) ?? linkBeside(claim, blocks));
  return links;
}

function linkOn(spans: readonly (Span | null)[], blocks: Blocks): string | undefined {
  for (const span of spans) {
    const link = span && blocks[span.block]?.links.find((link) => link.address !== '' && overlap(link, span));
    if (link) return link.address;
  }
  return undefined;
}

function linkBeside({ content, cue }: Claim, blocks: Blocks): string | undefined {
  const [first] = cue.length > 0 ? cue : content;
  const inSentence = first === undefined ? [] : sentencesOf(first, blocks).flatMap(({ block, ...sentence }) => blocks[block]!.links.filter((link) => link.address !== '' && overlap(link, sentence)));
  const beside = inSentence.filter((link) => !content.some((span) => span.block === first!.block && overlap(link, span)));
  return (beside[0] ?? inSentence[0])?.address;
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Null for what is no address on the web. */
function hostOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : null;
}

/** Whether words name a site: `Reuters` does `reuters.com`, and `The New York Times` does `nytimes.com` not. */
function says(words: string, host: string): boolean {
  const letters = words.toLowerCase().replace(/^the\s/, '').replace(/[^\p{L}\p{N}]/gu, '');
  const labels = host.split('.');
  return letters !== '' && labels.slice(0, -1).some((label) => label.length > 2 && letters.includes(label.replace(/-/g, '')));
}
