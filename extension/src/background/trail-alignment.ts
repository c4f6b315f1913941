/**
 * What the engine says of a trail: where the page that was followed says the claim, whose words they are there, what changed on
 * the way, and how many hands the pages have together.
 */
import type { Claim, Document, Report, Span } from 'hearsay';
import type { Arrival, Passage, Trail, TrailChanges, TrailPage, TrailView } from '../claims/trail.ts';
import { listed } from '../content/claims/listing.ts';
import { quoting } from '../content/claims/quoting.ts';
import { says } from '../content/claims/report-links.ts';
import type { ListedHand } from '../messages.ts';
import { changesBetween, countOn, findAgain } from './engine.ts';

/** Of a claim that goes on for pages no more is kept. UTF-16 code units. */
const LONG = 2000;

/** Looks for a trail's claim on the page that it leads to. */
export async function arrivalOn(
  pages: readonly TrailPage[],
  document: Document,
  report: Report,
  page: Pick<TrailPage, 'url' | 'title' | 'publisher' | 'published'>,
): Promise<Arrival> {
  const { url } = page;
  const wanted = pages.at(-1)!.words;
  const { found, passages } = await findAgain(wanted, document);
  const quote = quoting(document.blocks);
  const quoted = (span: Span): Passage => ({ ...span, words: quote(span) });
  const [sentence] = passages;
  if (!found || sentence === undefined) return { kind: 'not-found', url, closest: passages.map(quoted) };
  const claim = await claimIn(sentence, wanted, document, report);
  const { words, hands } = claim === null ? { words: quote(sentence), hands: [] } : listed(claim, quote);
  const passage = claim?.content[0] ?? sentence;
  return {
    kind: 'found',
    url,
    claim: claim?.id ?? null,
    passage: quoted(passage),
    page: { ...page, words: words.slice(0, LONG), hands, followed: null },
  };
}

/** The claim that a sentence makes of the wanted words; null where the page says them itself. */
async function claimIn(sentence: Span, wanted: string, document: Document, { claims }: Report): Promise<Claim | null> {
  const inside = claims.filter(({ content }) =>
    content.some((span) => span.block === sentence.block && span.start < sentence.end && sentence.start < span.end),
  );
  if (inside.length === 0) return null;
  const quote = quoting(document.blocks);
  const { found, passages } = await findAgain(wanted, {
    blocks: inside.map(({ content }) => ({ text: content.map(quote).join(' ') })),
  });
  const nearest = inside[passages[0]?.block ?? 0]!;
  // A short claim beside what the page says itself is not the one; one that fills the sentence is.
  return found ||
    nearest.content.reduce((sum, { start, end }) => sum + end - start, 0) * 2 > sentence.end - sentence.start
    ? nearest
    : null;
}

/** A trail as a reader sees it; null before its page has come. */
export async function viewOf({ pages: before, arrival }: Trail): Promise<TrailView | null> {
  if (arrival === null) return null;
  const pages = arrival.kind === 'found' ? [...before, arrival.page] : before;
  const back = comesBack(pages);
  const counted = pages.slice(0, back?.at ?? pages.length);
  const ways = counted.map((page, at) => wayOf(page, counted[at + 1]));
  const { hands, circular, broken } = await countOn(
    ways.map((way, at) => ({ publisher: publisherOf(counted[at]!, counted[at - 1]), hands: way.map(nameOf) })),
  );
  const disclosed = countedHands(pages[0]!.hands).length;
  return {
    pages,
    arrival,
    disclosed,
    traced: hands.length,
    hands: hands.map(({ page, at }) => ways[page]![at]!),
    circular: back?.to ?? circular,
    broken: back === null ? broken : null,
    changes: await Promise.all(pages.slice(1).map((cited, at) => changesTo(pages[at]!, cited))),
  };
}

/** Where a trail comes back to a site that it has been to. */
function comesBack(pages: readonly TrailPage[]): { at: number; to: number } | null {
  const hosts = pages.map(({ url }) => hostOf(url));
  const at = hosts.findIndex((host, place) => hosts.indexOf(host) < place);
  return at < 0 ? null : { at, to: hosts.indexOf(hosts[at]!) };
}

/**
 * The hands of a page that count, with the next page's publisher as the hand that led there. Who tells something on record does
 * not publish it: there the publisher is a hand of its own, in front. Where nobody was named it takes that place.
 */
function wayOf({ hands, followed }: TrailPage, next: TrailPage | undefined): ListedHand[] {
  const way = countedHands(hands);
  const hand = followed === null ? undefined : hands[followed];
  if (next === undefined || hand === undefined || !way.includes(hand)) return way;
  if (nameOf(hand) !== null && says(hand.label, siteOf(next.url))) return way;
  const publisher: ListedHand = {
    label: next.publisher,
    named: true,
    type: 'news_outlet',
    anonymous: false,
    link: 'explicit',
  };
  if (hand.type === 'unspecified') return way.with(way.indexOf(hand), publisher);
  return SPEAKS.has(hand.type) ? way.toSpliced(way.indexOf(hand), 0, publisher) : way;
}

/** Who speaks, and publishes nothing. */
const SPEAKS = new Set<ListedHand['type']>([
  'named_person',
  'named_official',
  'role_only',
  'anonymous_individual',
  'anonymous_collective',
  'vague_collective',
]);

/** A page's publisher as the hand that led there is called, where that names the page's site. */
function publisherOf(page: TrailPage, before: TrailPage | undefined): string {
  const hand = before === undefined || before.followed === null ? undefined : before.hands[before.followed];
  return hand !== undefined && nameOf(hand) !== null && says(hand.label, siteOf(page.url))
    ? hand.label
    : page.publisher;
}

async function changesTo(citing: TrailPage, cited: TrailPage): Promise<TrailChanges> {
  const behind = countedHands(citing.hands.slice((citing.followed ?? 0) + 1));
  const changes = await changesBetween(cited.words, countedHands(cited.hands).length, citing.words, behind.length);
  // Who says that it is only reported has a hedge outside the claim's words.
  const isReported = citing.hands.some(({ type }) => type === 'unspecified');
  return { ...changes, matter: changes.matter.filter((change) => !(isReported && change === 'hedge-lost')) };
}

function countedHands(hands: readonly ListedHand[]): ListedHand[] {
  return hands.filter(({ link }) => link !== 'inherited');
}

function nameOf({ label, named }: ListedHand): string | null {
  return named ? label : null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** The host without its port. */
function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
