/**
 * A page's article after the engine has answered: which claims are shown, and where their words stand on the page now.
 */
import type { Claim, Host, Report, Span } from 'hearsay';
import { endsNameless, lineFor } from '../depth.ts';
import type { ListedClaim } from '../protocol.ts';
import type { Settings } from '../settings.ts';
import { rangeOf, type ReadBlock } from './blocks/block.ts';
import type { Subject } from './card/card.ts';
import { cardText } from './card/wording.ts';
import { listed } from './listing.ts';
import type { Mark } from './marks/painter.ts';
import { segmentsOf } from './marks/segments.ts';
import { HitTest, type Placed } from './pointing/hit.ts';
import { quoting, type Quote } from './quoting.ts';
import { isShown } from './shown.ts';

export class Article {
  readonly #blocks: readonly ReadBlock[];
  readonly #host: Required<Host>;
  readonly #quote: Quote;
  readonly #placed: readonly Placed[];
  readonly #hitTest: HitTest;
  /** The claims that are marked, in text order. */
  readonly claims: readonly Claim[];

  constructor(blocks: readonly ReadBlock[], host: Required<Host>, report: Report, settings: Settings) {
    this.#blocks = blocks;
    this.#host = host;
    this.#quote = quoting(blocks.map(({ block }) => block));
    const shown = report.claims.filter((claim) => isShown(claim, settings));
    this.#placed = segmentsOf(shown).flatMap((segment) => this.#ranges([segment]).map((range) => ({ segment, range })));
    this.#hitTest = new HitTest(blocks, this.#placed);
    const onPage = new Set(this.#placed.map(({ segment }) => segment.claim));
    this.claims = shown.filter((claim) => onPage.has(claim));
  }

  /** What is to be drawn. */
  get marks(): Mark[] {
    return this.#placed.flatMap(({ segment: { claim }, range }) => {
      const line = lineFor(claim.depth);
      return line === 0 ? [] : [{ range, line, nameless: endsNameless(claim.chain) }];
    });
  }

  get listed(): ListedClaim[] {
    return this.claims.map((claim) => listed(claim, this.#quote));
  }

  /** The claim under a point, in CSS pixels from the window's corner. */
  claimAt(x: number, y: number): Claim | null {
    return this.#hitTest.claimAt(x, y);
  }

  named(id: string): Claim | undefined {
    return this.claims.find((claim) => claim.id === id);
  }

  /** The next claim, or the one before; after the last comes the first. */
  beside(claim: Claim, by: 1 | -1): Claim | undefined {
    return this.claims.at((this.claims.indexOf(claim) + by) % this.claims.length);
  }

  /** The first claim from the window's upper edge on, or the last before it; where there is none, the other way round. */
  nearest(by: 1 | -1): Claim | undefined {
    const isAbove = (claim: Claim) => (this.content(claim)[0]?.getBoundingClientRect().bottom ?? 0) <= 0;
    if (by === 1) return this.claims.find((claim) => !isAbove(claim)) ?? this.claims[0];
    return this.claims.findLast(isAbove) ?? this.claims.at(-1);
  }

  /** The claim here that says the same, with the same way behind it, as one of an earlier reading. */
  sameAs({ claim, text }: Subject): Claim | undefined {
    return this.claims.find((other) => other.depth === claim.depth && this.subject(other).text.copy === text.copy);
  }

  /** The words of a claim where they stand on the page. */
  content(claim: Claim): Range[] {
    return this.#ranges(claim.content);
  }

  /** What a card needs to know of a claim. */
  subject(claim: Claim): Subject {
    const blocks = new Set(claim.content.map(({ block }) => block));
    const spans = [...claim.cue, ...claim.source, ...claim.chain.flatMap(({ evidence }) => evidence ?? [])];
    const number = this.claims.indexOf(claim) + 1;
    const of = this.claims.length;
    return {
      claim,
      text: cardText(claim, number, of, this.#host, this.#quote),
      content: this.content(claim),
      attribution: this.#ranges(spans.filter(({ block }) => blocks.has(block))),
      number,
      of,
    };
  }

  #ranges(spans: readonly Span[]): Range[] {
    return spans.flatMap(({ block, start, end }) => {
      const read = this.#blocks[block];
      return (read && rangeOf(read, start, end)) ?? [];
    });
  }
}
