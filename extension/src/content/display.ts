/**
 * What a reader sees of an article: the lines under its claims and the card of the one that is open. Brings the lines,
 * the pointer and the card together. It exists as long as there is an article on the page.
 */
import type { Claim, Span } from 'hearsay';
import type { Settings } from '../settings/schema.ts';
import type { Card, CardActions, CardRoom, Opener } from './card/index.ts';
import type { ClaimsOnPage } from './claims-on-page.ts';
import { bringIntoSight } from './dom/scrolling.ts';
import type { NearViewport } from './highlights/near-viewport.ts';
import { Painter } from './highlights/painter.ts';
import { VisibleLines } from './highlights/visible-lines.ts';
import { followPointer } from './pointer/tracking.ts';

/** How an article is shown. */
export type Look = Pick<Settings, 'lines' | 'strength' | 'tint'>;

/** What a display is part of. */
export interface DisplayContext {
  /** Brings the card; fails when the extension is gone or may not be on the page any more. */
  cardRoom(): Promise<CardRoom>;
  /** Is called when that is so: lines that answer to nobody are worse than none. */
  lost(): void;
  /** The reader chose on the card which claims have a line. */
  chooseLines(lines: Look['lines']): void;
  /** A card says all it has to say of a claim. */
  filled: CardActions['filled'];
}

export class Display {
  #article: ClaimsOnPage;
  #look: Look;
  #card: Card | null = null;
  /** Counts the cards that were asked for, so that one which had to wait for its room opens only as the newest. */
  #asked = 0;
  readonly #painter: Painter;
  readonly #lines: VisibleLines;
  readonly #holdCard: () => void;
  readonly #end = new AbortController();
  readonly #signal: AbortSignal;

  /**
   * @param nearby knows which parts of the article are near the window.
   * @param session takes everything away when it ends.
   */
  constructor(
    article: ClaimsOnPage,
    look: Look,
    nearby: NearViewport,
    private readonly around: DisplayContext,
    session: AbortSignal,
  ) {
    this.#signal = AbortSignal.any([session, this.#end.signal]);
    this.#article = article;
    this.#look = look;
    this.#painter = new Painter(this.#signal);
    this.#lines = new VisibleLines(this.#painter, nearby, this.#signal);
    this.#holdCard = followPointer(
      {
        claimAt: (x, y) => this.#claimAt(x, y),
        shown: () => this.#card?.subject?.claim ?? null,
        show: (claim) => (claim === null ? this.#close() : void this.#open(claim, 'pointer')),
        isOnCard: (event) => this.#card?.isUnder(event) ?? false,
        cardBox: () => this.#card?.box ?? null,
      },
      this.#signal,
    );
    this.#lines.show(article.parts, look.strength);
  }

  /** Takes everything away: the page has no article any more. */
  end(): void {
    this.#end.abort();
  }

  /** Shows a newer reading, or the same one in another look. The open card stays when its claim is still there. */
  update(article: ClaimsOnPage, look: Look): void {
    this.#article = article;
    this.#look = look;
    this.#lines.show(article.parts, look.strength);
    const before = this.#card?.subject;
    const still = before && article.sameAs(before);
    if (still) void this.#open(still, 'pointer');
    else this.#close();
  }

  /** Goes to a claim, wherever it stands, and opens its card. */
  visit(claim: Claim): void {
    const [first] = this.#article.content(claim);
    if (first) bringIntoSight(first);
    void this.#open(claim, 'key');
    this.#holdCard();
  }

  /** Goes to the next claim, or the one before. Says whether there is one. */
  step(by: 1 | -1): boolean {
    const from = this.#card?.subject?.claim;
    const claim = from ? this.#article.beside(from, by) : this.#article.nearest(by);
    if (claim) this.visit(claim);
    return claim !== undefined;
  }

  /** Shows where a claim stands; null goes back to the one whose card is open. */
  trace(claim: Claim | null): void {
    const open = this.#look.tint ? this.#card?.subject?.claim : undefined;
    const shown = claim ?? open;
    this.#painter.activate(shown ? this.#article.content(shown) : []);
  }

  /** Shows where some words stand that need not be a claim's, until a card opens or closes. */
  point(words: readonly Range[]): void {
    this.#painter.activate(words);
  }

  #claimAt(x: number, y: number): Claim | null {
    this.#painter.restore();
    const claim = this.#article.claimAt(x, y);
    // The pointer has yet to rest; by then the card is there.
    if (claim !== null) void this.#cardReady();
    return claim;
  }

  async #open(claim: Claim, opener: Opener): Promise<void> {
    const mine = ++this.#asked;
    const card = await this.#cardReady();
    if (card === null || mine !== this.#asked || this.#signal.aborted) return;
    const subject = this.#article.subject(claim);
    if (subject.content.length === 0) return this.#close();
    this.#painter.activate(this.#look.tint ? subject.content : []);
    card.open(subject, opener);
  }

  #stepInSource(): void {
    const from = this.#card?.subject?.claim;
    const claim = from && this.#article.nextInSource(from);
    if (claim) this.visit(claim);
  }

  #showWords(span: Span): void {
    const words = this.#article.words(span);
    const [first] = words;
    if (first === undefined) return;
    bringIntoSight(first);
    this.#card?.pointOut(words);
    this.#holdCard();
  }

  #close(): void {
    this.#asked++;
    this.#card?.close();
  }

  /** Null where the card cannot be had. */
  async #cardReady(): Promise<Card | null> {
    if (this.#card !== null) return this.#card;
    const room = await this.around.cardRoom().catch(() => null);
    if (room === null) {
      if (!this.#signal.aborted) this.around.lost();
      return null;
    }
    return (this.#card ??= new room.Card(
      {
        step: (by) => this.step(by),
        stepInSource: () => this.#stepInSource(),
        showWords: (words) => this.#showWords(words),
        lines: () => this.#look.lines,
        chooseLines: (lines) => this.around.chooseLines(lines),
        filled: this.around.filled,
        closed: () => this.#painter.activate([]),
      },
      this.#signal,
    ));
  }
}
