/**
 * Where each hand's own report can be opened: the links on the page's words for it, on its cue, or, for who publishes, beside
 * them in the sentence. In go a claim and the blocks with their links; out comes an address for each hand, or none. Pure.
 *
 * A link on a person leads to anything, so it is called no report.
 * A page can write anything into a link. Only addresses on the web are given, and with them the site they lead to,
 * unless the words on the page say so.
 */
import type { Block, Claim, Hop, Span } from 'hearsay';
import type { Quote } from './quoting.ts';
import { sentencesOf } from './sentences.ts';

/** An address to open. */
export interface ReportLink {
  address: string;
  /** Whether the claim can be read there, as far as the page's link tells. */
  isReport: boolean;
  /** The site it leads to; null where the words for the hand say the same. */
  host: string | null;
}

type Blocks = readonly Required<Block>[];

/** For each hand of a claim, in order. An address is given to one hand only. */
export function reportLinks(claim: Claim, blocks: Blocks, quote: Quote): (ReportLink | null)[] {
  const given = new Set<string>();
  const take = (hop: Hop, address: string | null, isReport: boolean): ReportLink | null => {
    const host = hostOf(address);
    if (address === null || host === null || given.has(address)) return null;
    given.add(address);
    return { address, isReport, host: isReport && says(`${hop.name ?? ''} ${quote(hop.span)}`, host) ? null : host };
  };
  return claim.chain.map((hop, index) => {
    const publishes = PUBLISHING.has(hop.type);
    const ofReport = hop.address ?? (publishes ? linkOn([hop.span, hop.evidence], blocks) : null);
    // What stands on the cue leads to where the page has the claim from; so does what stands beside it, from who publishes.
    const ofClaim = index > 0 ? null : (linkOn(claim.cue, blocks) ?? (publishes ? linkBeside(claim, blocks) : null));
    return take(hop, ofReport ?? ofClaim, true) ?? take(hop, linkOn([hop.span], blocks), false);
  });
}

/** Who publishes, or is nobody but a link: `reportedly`. */
const PUBLISHING = new Set<Hop['type']>(['news_outlet', 'outlet_collective', 'document', 'social_post', 'unspecified']);

function linkOn(spans: readonly (Span | null)[], blocks: Blocks): string | null {
  for (const span of spans) {
    const link = span && blocks[span.block]?.links.find((link) => link.address !== '' && overlap(link, span));
    if (link?.address) return link.address;
  }
  return null;
}

function linkBeside({ content, cue }: Claim, blocks: Blocks): string | null {
  const [first] = cue.length > 0 ? cue : content;
  const inSentence =
    first === undefined
      ? []
      : sentencesOf(first, blocks).flatMap(({ block, ...sentence }) =>
          blocks[block]!.links.filter((link) => link.address !== '' && overlap(link, sentence)),
        );
  const beside = inSentence.filter(
    (link) => !content.some((span) => span.block === first!.block && overlap(link, span)),
  );
  return (beside[0] ?? inSentence[0])?.address ?? null;
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Null for what is no address on the web. */
function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : null;
}

/** Whether words name a site: `Reuters` does `news.reuters.com`; `The New York Times` does not name `nytimes.com`. */
export function says(words: string, host: string): boolean {
  const letters = words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const labels = host.split('.');
  // The domain's own label stands before `com`, or before `co.uk`; whatever is further left its owner chose.
  const label =
    (labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3
      ? labels.at(-3)
      : labels.at(-2)
    )?.replaceAll('-', '') ?? '';
  return label.length > 2 && letters.includes(label);
}
