/**
 * One stretch of reading a page, from switching on to switching off: gate, blocks, one message to the engine, lines,
 * pointer, card; and again whenever the page's text changes. Everything it starts ends with its signal: no line, no
 * listener and no node stays behind.
 */
import type { Claim, Host, Report } from 'hearsay';
import type { AnalyzeAnswer, AnalyzeRequest, PageRequest, PageState } from '../protocol.ts';
import type { Settings } from '../settings.ts';
import { Article } from './article.ts';
import { readBlocks, type Reading } from './blocks/blocks.ts';
import { publisherOf } from './blocks/publisher.ts';
import { scopeOf } from './blocks/scope.ts';
import { Card, type Opener } from './card/card.ts';
import { readsLikeAnArticle } from './gate/gate.ts';
import { Painter } from './marks/painter.ts';
import { followPointer } from './pointing/pointer.ts';
import { bringIntoSight } from './scrolling.ts';
import { inSlices } from './slices.ts';
import { sight, watch, type Outcome } from './watcher.ts';

/** What the engine said about an article, with the article as it was sent: the same words need no second question. */
interface Known {
  sent: string;
  report: Report;
  reading: Reading;
  host: Required<Host>;
}

export class Session {
  #state: PageState = { status: 'reading' };
  #article: Article | null = null;
  #known: Known | null = null;
  #body: Element | null = null;
  /** Whether the reader wants this page read although the gate would leave it alone. */
  #anyway = false;
  /** The reading under way, and the one that waits for its end. */
  #running: Promise<Outcome> | null = null;
  #waiting: Promise<Outcome> | null = null;
  readonly #painter: Painter;
  readonly #card: Card;
  readonly #holdCard: () => void;

  /**
   * @param changed is told of each new state of the page.
   * @param signal ends the session.
   */
  constructor(
    private settings: Settings,
    private readonly changed: (state: PageState) => void,
    private readonly signal: AbortSignal,
  ) {
    this.#painter = new Painter(signal);
    this.#card = new Card((by) => this.#step(by), () => this.#painter.activate([]), signal);
    this.#holdCard = followPointer(
      {
        claimAt: (x, y) => this.#claimAt(x, y),
        shown: () => this.#card.subject?.claim ?? null,
        show: (claim) => (claim === null ? this.#card.close() : this.#open(claim, 'pointer')),
        isOnCard: (event) => this.#card.isUnder(event),
        cardBox: () => this.#card.box,
      },
      signal,
    );
  }

  get state(): PageState {
    return this.#state;
  }

  /** Reads the page, and again whenever it changes. */
  async start(): Promise<void> {
    await sight(this.signal);
    if (this.signal.aborted) return;
    const session = this;
    watch(
      {
        get body() {
          return session.#body;
        },
        reread: () => this.#reread(),
      },
      this.signal,
    );
    await this.#reread();
  }

  /** Marks what the new settings ask for. Nothing is read again. */
  apply(settings: Settings): void {
    this.settings = settings;
    if (this.#known !== null) this.#show(this.#known);
  }

  /** Does what the popup asks for. */
  do(request: PageRequest): void {
    switch (request.type) {
      case 'visit': {
        const claim = this.#article?.named(request.claim);
        if (claim) this.#visit(claim);
        break;
      }
      case 'step':
        this.#step(request.by);
        break;
      case 'trace': {
        const open = this.settings.tint ? this.#card.subject?.claim : undefined;
        const claim = request.claim === null ? open : this.#article?.named(request.claim);
        this.#painter.activate(claim ? (this.#article?.content(claim) ?? []) : []);
        break;
      }
      case 'read-anyway':
        this.#anyway = true;
        this.#known = null;
        this.#tell({ status: 'reading' });
        void this.#reread();
    }
  }

  /** Never more than one reading under way and one waiting. */
  #reread(): Promise<Outcome> {
    if (this.#running === null) {
      this.#running = this.#read().finally(() => (this.#running = null));
      return this.#running;
    }
    this.#waiting ??= this.#running.then(() => {
      this.#waiting = null;
      return this.#reread();
    });
    return this.#waiting;
  }

  async #read(): Promise<Outcome> {
    let cost = 0;
    try {
      const start = performance.now();
      const scope = this.#anyway || readsLikeAnArticle(document) ? scopeOf(document) : null;
      cost = performance.now() - start;
      this.#body = scope?.body ?? null;
      if (scope === null) {
        const changed = this.#state.status !== 'not-article';
        this.#forget({ status: 'not-article' });
        return { changed, cost };
      }
      const { result: reading, cost: ofBlocks } = await inSlices(readBlocks(scope), this.signal);
      cost += ofBlocks;
      const host = publisherOf(document);
      const request: AnalyzeRequest = { type: 'analyze', document: { host, blocks: reading.blocks.map(({ block }) => block) } };
      const sent = JSON.stringify(request);
      const changed = sent !== this.#known?.sent;
      const report = changed ? await analyze(request) : this.#known!.report;
      this.signal.throwIfAborted();
      this.#show({ sent, report, reading, host });
      return { changed, cost };
    } catch (error) {
      if (!this.signal.aborted) this.#forget({ status: 'failed', reason: String(error) });
      return { changed: false, cost };
    }
  }

  /** Draws the claims of a report, in the place of those before. */
  #show(known: Known): void {
    const { reading, host, report } = known;
    const before = this.#card.subject;
    const article = new Article(reading.blocks, host, report, this.settings);
    this.#known = known;
    this.#article = article;
    this.#painter.paint(article.marks, this.settings.strength);
    const still = before && article.sameAs(before);
    if (still) this.#open(still, 'pointer');
    else this.#card.close();
    this.#tell(
      article.claims.length === 0
        ? { status: 'empty' }
        : { status: 'article', claims: article.listed, truncatedAt: reading.truncatedAt },
    );
  }

  #forget(state: PageState): void {
    this.#known = null;
    this.#article = null;
    this.#card.close();
    this.#painter.paint([], this.settings.strength);
    this.#tell(state);
  }

  #tell(state: PageState): void {
    this.#state = state;
    this.changed(state);
  }

  #claimAt(x: number, y: number): Claim | null {
    if (this.#article === null) return null;
    this.#painter.restore();
    return this.#article.claimAt(x, y);
  }

  #open(claim: Claim, opener: Opener): void {
    if (this.#article === null) return;
    const subject = this.#article.subject(claim);
    if (subject.content.length === 0) return this.#card.close();
    this.#painter.activate(this.settings.tint ? subject.content : []);
    this.#card.open(subject, opener);
  }

  #step(by: 1 | -1): void {
    const from = this.#card.subject?.claim;
    const claim = from ? this.#article?.beside(from, by) : this.#article?.nearest(by);
    if (claim) this.#visit(claim);
  }

  /** Goes to a claim wherever it stands. */
  #visit(claim: Claim): void {
    const [first] = this.#article?.content(claim) ?? [];
    if (first) bringIntoSight(first);
    this.#open(claim, 'key');
    this.#holdCard();
  }
}

/** @throws when the engine could not read the article. */
async function analyze(request: AnalyzeRequest): Promise<Report> {
  const answer: AnalyzeAnswer | undefined = await chrome.runtime.sendMessage(request);
  if (answer?.type === 'report') return answer.report;
  throw new Error(answer?.reason ?? 'The engine gave no answer.');
}
