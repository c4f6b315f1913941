/**
 * A page's article after the engine has answered: which claims are shown, and where their words stand on the page now.
 */
import type { Claim, Hop, Host, Report, Span } from 'hearsay';
import { endsNameless, lastCounted, lineFor, standsOut } from '../claims/depth.ts';
import { identity, withOneLabelEach } from '../claims/same-hand.ts';
import { tallyOf, type Tally } from '../claims/tally.ts';
import type { ListedClaim } from '../messages.ts';
import type { Settings } from '../settings/schema.ts';
import type { Subject } from './card/index.ts';
import { isShown } from './claims/claim-filter.ts';
import { labelOf } from './claims/hand-label.ts';
import { listed } from './claims/listing.ts';
import { quoting, type Quote } from './claims/quoting.ts';
import { reportLinks } from './claims/report-links.ts';
import { RestOfPage } from './claims/rest-of-page.ts';
import { sentenceBehind, sentencesOf } from './claims/sentences.ts';
import { boxOf, isOnPage, rangesOf, type ReadBlock } from './extraction/block.ts';
import type { Mark } from './highlights/painter.ts';
import { hasOwnUnderline } from './highlights/own-underline.ts';
import { segmentsOf, type Segment } from './highlights/segments.ts';
import type { MarkedPart } from './highlights/visible-lines.ts';
import { HitTest } from './pointer/hit-test.ts';

export class ClaimsOnPage {
  readonly #blocks: readonly ReadBlock[];
  readonly #host: Required<Host>;
  readonly #quote: Quote;
  /** The pieces of the claims that are marked, in text order. */
  readonly #segments: readonly Segment[];
  /** Those that have a line. */
  readonly #lined: readonly Segment[];
  #hitTest: HitTest | null = null;
  #restOfPage: RestOfPage | null = null;
  /** The claims that are marked, in text order. */
  readonly claims: readonly Claim[];
  /** The same as the lists show them; made when the first list asks. */
  #listed: ReadonlyMap<Claim, ListedClaim> | null = null;

  constructor(blocks: readonly ReadBlock[], host: Required<Host>, report: Report, settings: Settings) {
    this.#blocks = blocks;
    // What people call the page, and not what it declares.
    this.#host = { ...host, names: report.publisher == null ? [] : [report.publisher] };
    this.#quote = quoting(blocks.map(({ block }) => block));
    const shown = report.claims.filter((claim) => isShown(claim, settings));
    this.#segments = segmentsOf(shown).filter(({ block, start, end }) => isOnPage(blocks[block]!, start, end));
    const onPage = new Set(this.#segments.map(({ claim }) => claim));
    this.claims = shown.filter((claim) => onPage.has(claim));
    this.#lined =
      settings.lines === 'all' ? this.#segments : this.#segments.filter(({ claim }) => standsOut(claim.chain));
  }

  /** What is to be drawn, block by block. */
  get parts(): MarkedPart[] {
    const byBlock = Map.groupBy(this.#lined, ({ block }) => block);
    return [...byBlock].flatMap(([block, segments]) => {
      const box = boxOf(this.#blocks[block]!);
      return box === null ? [] : [{ box, marks: () => segments.flatMap((segment) => this.#marks(segment)) }];
    });
  }

  get listed(): ListedClaim[] {
    return [...this.#lists.values()];
  }

  /** The claims that are marked, counted. */
  get tally(): Tally {
    const last = (hop: Hop | undefined) => (hop ? [{ ...hop, named: labelOf(hop, this.#quote).named }] : []);
    return tallyOf(this.claims.map(({ depth, chain }) => ({ depth, hands: last(lastCounted(chain)) })));
  }

  /** The claim under a point, in CSS pixels from the window's corner. */
  claimAt(x: number, y: number): Claim | null {
    this.#hitTest ??= new HitTest(this.#blocks, this.#lined);
    return this.#hitTest.claimAt(x, y);
  }

  named(id: string): Claim | undefined {
    return this.claims.find((claim) => claim.id === id);
  }

  /** The next claim, or the one before; after the last comes the first. */
  beside(claim: Claim, by: 1 | -1): Claim | undefined {
    return this.claims.at((this.claims.indexOf(claim) + by) % this.claims.length);
  }

  /** The next claim that came to the page from the same hand. */
  nextInSource(claim: Claim): Claim | undefined {
    const source = this.#source(claim);
    const at = this.claims.indexOf(claim);
    const others = [...this.claims.slice(at + 1), ...this.claims.slice(0, at)];
    return others.find((other) => this.#source(other) === source);
  }

  /** The first claim that stands in some words of the page, or is attributed by them. */
  within(words: Range): Claim | undefined {
    const touches = (range: Range) => overlap(range, words);
    return (
      this.#segments.find((segment) => this.#ranges([segment]).some(touches))?.claim ??
      this.claims.find((claim) => this.#attribution(claim).some(touches))
    );
  }

  /** The first claim from the window's upper edge on, or the last before it; where there is none, the other way round. */
  nearest(by: 1 | -1): Claim | undefined {
    const isAbove = (claim: Claim) => (this.content(claim)[0]?.getBoundingClientRect().bottom ?? 0) <= 0;
    if (by === 1) return this.claims.find((claim) => !isAbove(claim)) ?? this.claims[0];
    return this.claims.findLast(isAbove) ?? this.claims.at(-1);
  }

  /** The claim here that says the same, with the same way behind it, as one of an earlier reading. */
  sameAs({ said }: Subject): Claim | undefined {
    return this.claims.find((other) => this.#said(other) === said);
  }

  /** The words of a claim where they stand on the page. */
  content(claim: Claim): Range[] {
    return this.#ranges(claim.content);
  }

  /** What a card needs to know of a claim. */
  subject(claim: Claim): Subject {
    const blocks = this.#blocks.map(({ block }) => block);
    const list = this.#lists.get(claim)!;
    const rest = (this.#restOfPage ??= new RestOfPage(this.#lists, this.#quote));
    const last = claim.content.at(-1);
    const sentences = claim.content.flatMap((span) => sentencesOf(span, blocks));
    const behind = last && sentenceBehind(sentences.at(-1) ?? last, blocks);
    return {
      claim,
      said: this.#said(claim),
      host: this.#host,
      quote: this.#quote,
      content: this.content(claim),
      attribution: this.#attribution(claim),
      sentences: this.#ranges(sentences),
      next: behind ? this.#ranges([behind]) : [],
      number: this.claims.indexOf(claim) + 1,
      of: this.claims.length,
      sourceHasMore: this.nextInSource(claim) !== undefined,
      hands: list.hands,
      links: reportLinks(claim, blocks, this.#quote),
      introductions: claim.chain.map((hop) => rest.introduction(hop)),
      share: rest.share(list),
      isBesideSource: isBesideSource(claim, sentences),
    };
  }

  /** The words of a span where they stand on the page. */
  words(span: Span): Range[] {
    return this.#ranges([span]);
  }

  /** The words that attribute a claim, where they stand in its blocks. */
  #attribution(claim: Claim): Range[] {
    const blocks = new Set(claim.content.map(({ block }) => block));
    const spans = [...claim.cue, ...claim.source, ...claim.chain.flatMap(({ evidence }) => evidence ?? [])];
    return this.#ranges(spans.filter(({ block }) => blocks.has(block)));
  }

  #source(claim: Claim): string {
    const nearest = this.#lists.get(claim)?.hands[0];
    return nearest ? identity(nearest) : '';
  }

  /** A claim by its words and its way, whatever the reading it was found in. */
  #said(claim: Claim): string {
    return JSON.stringify({ ...this.#lists.get(claim), id: '', paragraph: 0 });
  }

  get #lists(): ReadonlyMap<Claim, ListedClaim> {
    if (this.#listed === null) {
      const all = withOneLabelEach(this.claims.map((claim) => listed(claim, this.#quote)));
      this.#listed = new Map(this.claims.map((claim, place) => [claim, all[place]!]));
    }
    return this.#listed;
  }

  #marks(segment: Segment): Mark[] {
    const line = lineFor(segment.claim.depth);
    if (line === 0) return [];
    const nameless = endsNameless(segment.claim.chain);
    if (line !== 1) return this.#ranges([segment]).map((range) => ({ range, line, nameless }));
    return this.#ranges([segment], hasOwnUnderline).flatMap((range): Mark[] => {
      const isUnderlined = hasOwnUnderline(range.startContainer as Text);
      return isUnderlined && !nameless ? [] : [{ range, line: isUnderlined ? 0 : line, nameless }];
    });
  }

  #ranges(spans: readonly Span[], isApart?: (text: Text) => boolean): Range[] {
    return spans.flatMap(({ block, start, end }) => {
      const read = this.#blocks[block];
      return read === undefined ? [] : rangesOf(read, start, end, isApart);
    });
  }
}

/** Whether a claim has one hand, which the page names right beside it. */
function isBesideSource({ chain: [hop, ...others], depth }: Claim, sentences: readonly Span[]): boolean {
  if (hop === undefined || others.length > 0 || depth !== 1 || hop.link !== 'explicit' || endsNameless([hop]))
    return false;
  const { span } = hop;
  return (
    span !== null &&
    sentences.some(({ block, start, end }) => block === span.block && start <= span.start && span.end <= end)
  );
}

/** Whether two ranges share a character. Two trees share none. */
function overlap(one: Range, other: Range): boolean {
  if (one.startContainer.getRootNode() !== other.startContainer.getRootNode()) return false;
  return (
    one.compareBoundaryPoints(Range.START_TO_END, other) > 0 && one.compareBoundaryPoints(Range.END_TO_START, other) < 0
  );
}
