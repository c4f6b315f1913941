/**
 * One stretch of reading a page, from switching on to switching off: gate, blocks, one message to the engine, display;
 * and again whenever the page's text changes. Everything it starts ends with its signal: no line, no listener and no
 * node stays behind.
 */
import type { Host, Report } from 'hearsay';
import type { AnalyzeAnswer, AnalyzeRequest, ExportedArticle, PageDeed, PageState } from '../protocol.ts';
import type { Settings } from '../settings.ts';
import type { Article } from './article.ts';
import type { Reading } from './blocks/blocks.ts';
import type { Display } from './display.ts';
import { readsLikeAnArticle } from './gate/gate.ts';
import type { Reader } from './reader.ts';
import type { Scripts } from './scripts.ts';
import { inSlices } from './slices.ts';
import { sight, watch, type Outcome } from './watcher.ts';

/** What the engine said about an article, with the article as it was sent: the same words need no second question. */
interface Known {
  sent: string;
  report: Report;
  reading: Reading;
  host: Required<Host>;
  reader: Reader;
}

export class Session {
  #known: Known | null = null;
  #article: Article | null = null;
  #display: Display | null = null;
  #body: Element | null = null;
  /** Whether the reader wants this page read although the gate would leave it alone. */
  #anyway = false;
  /** The reading under way, and the one that waits for its end. */
  #running: Promise<Outcome> | null = null;
  #waiting: Promise<Outcome> | null = null;

  /**
   * @param tell is told of each new state of the page.
   * @param signal ends the session.
   */
  constructor(
    private settings: Settings,
    private readonly tell: (state: PageState) => void,
    private readonly scripts: Scripts,
    private readonly signal: AbortSignal,
  ) {}

  /** Reads the page, and again whenever it changes. */
  async start(): Promise<void> {
    await sight(this.signal);
    if (this.signal.aborted) return;
    watch({ body: () => this.#body, reread: () => this.#reread() }, this.signal);
    await this.#reread();
  }

  /** Marks what the new settings ask for. Nothing is read again. */
  apply(settings: Settings): void {
    this.settings = settings;
    if (this.#known !== null) this.#show(this.#known);
  }

  /** Opens the card of the claim that stands in these words or is attributed by them. Says whether there is one. */
  open(words: Range): boolean {
    const claim = this.#article?.within(words);
    if (claim) this.#display?.visit(claim);
    return claim !== undefined;
  }

  /** The article for a file; null while there is none. */
  export(): ExportedArticle | null {
    if (this.#known === null || this.#article === null) return null;
    const { reader, reading, host } = this.#known;
    return reader.exported(reading.blocks, host, this.#article.claims);
  }

  /** Does what the popup asks for. */
  do(request: PageDeed): void {
    switch (request.type) {
      case 'visit': {
        const claim = this.#article?.named(request.claim);
        if (claim) this.#display?.visit(claim);
        break;
      }
      case 'step':
        this.#display?.step(request.by);
        break;
      case 'trace':
        this.#display?.trace((request.claim !== null && this.#article?.named(request.claim)) || null);
        break;
      case 'read-anyway':
        this.#anyway = true;
        this.#known = null;
        this.tell({ status: 'reading' });
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
    const timed = <Result>(work: () => Result): Result => {
      const start = performance.now();
      const result = work();
      cost += performance.now() - start;
      return result;
    };
    try {
      const isArticle = timed(() => this.#anyway || readsLikeAnArticle(document));
      const reader = isArticle ? await this.scripts.reader() : null;
      this.signal.throwIfAborted();
      const scope = timed(() => reader?.scopeOf(document) ?? null);
      this.#body = scope?.body ?? null;
      if (reader === null || scope === null) return { changed: this.#forget({ status: 'not-article' }), cost };
      const { result: reading, cost: ofBlocks } = await inSlices(reader.readBlocks(scope), this.signal);
      cost += ofBlocks;
      return { changed: await this.#ask(reader, reading), cost };
    } catch (error) {
      if (!this.signal.aborted) this.#forget({ status: 'failed', reason: String(error) });
      return { changed: false, cost };
    }
  }

  /** Asks the engine about what was read and shows its answer. Says whether the article has other words than before. */
  async #ask(reader: Reader, reading: Reading): Promise<boolean> {
    const host = reader.publisherOf(document);
    const request: AnalyzeRequest = { type: 'analyze', document: { host, blocks: reading.blocks.map(({ block }) => block) } };
    const sent = JSON.stringify(request);
    const known = this.#known?.sent === sent ? this.#known : null;
    const report = known?.report ?? (await analyze(request));
    this.signal.throwIfAborted();
    this.#show({ sent, report, reading, host, reader });
    return known === null;
  }

  /** Shows the claims of a report in the place of those before. */
  #show(known: Known): void {
    const { reading, host, report, reader } = known;
    const article = new reader.Article(reading.blocks, host, report, this.settings);
    this.#known = known;
    this.#article = article;
    if (this.#display !== null) this.#display.update(article, this.settings);
    else if (article.claims.length > 0) this.#display = new reader.Display(article, this.settings, this.scripts, this.signal);
    this.tell(
      article.claims.length === 0
        ? { status: 'empty' }
        : { status: 'article', claims: article.listed, truncatedAt: reading.truncatedAt },
    );
  }

  /** Takes away what was shown of an article that is gone. Says whether there was one. */
  #forget(state: PageState): boolean {
    const hadArticle = this.#known !== null;
    this.#known = null;
    this.#article = null;
    this.#display?.end();
    this.#display = null;
    this.tell(state);
    return hadArticle;
  }
}

/** @throws when the engine could not read the article. */
async function analyze(request: AnalyzeRequest): Promise<Report> {
  const answer: AnalyzeAnswer | undefined = await chrome.runtime.sendMessage(request);
  if (answer?.type === 'report') return answer.report;
  throw new Error(answer?.reason ?? 'The engine gave no answer.');
}
