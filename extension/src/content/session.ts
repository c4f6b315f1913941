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
import { lookForArticle } from './gate/gate.ts';
import { isCutOff } from './lifeline.ts';
import type { Nearby } from './marks/nearby.ts';
import { PageTime } from './page-time.ts';
import type { Reader } from './reader.ts';
import type { Scripts } from './scripts.ts';
import { Trees } from './trees.ts';
import { sight, watch, type AlsoIn, type Outcome } from './watcher.ts';

/** With less text than this an article is not shown yet. UTF-16 code units. */
const UNSEEN = 250;

/** What the engine said about an article, with the article as it was read. */
interface Known {
  report: Report;
  reading: Reading;
  host: Required<Host>;
  reader: Reader;
}

export class Session {
  #known: Known | null = null;
  #article: Article | null = null;
  #display: Display | null = null;
  /** Which parts of the article are near the window. */
  #nearby: Nearby | null = null;
  #body: Element | null = null;
  /** Ends the waiting for an article that could not be seen at the last reading. */
  #stopWaiting = () => {};
  #watchAlsoIn: AlsoIn = () => {};
  /** Whether the reader wants this page read although the gate would leave it alone. */
  #anyway = false;
  /** The reading under way, and the one that waits for its end. */
  #running: Promise<Outcome> | null = null;
  #waiting: Promise<Outcome> | null = null;
  /** Whether the look of the lines is on the page. */
  #isDressed = false;

  /**
   * @param tell is told of each new state of the page.
   * @param lost is called when the extension turns out to be gone.
   * @param signal ends the session.
   */
  constructor(
    private settings: Settings,
    private readonly tell: (state: PageState) => void,
    private readonly scripts: Scripts,
    private readonly lost: () => void,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.#dress(false), { once: true });
  }

  /** How many claims are marked. */
  get claims(): number {
    return this.#article?.claims.length ?? 0;
  }

  /** Reads the page, and again whenever it changes. */
  async start(): Promise<void> {
    await sight(this.signal);
    if (this.signal.aborted) return;
    this.#watchAlsoIn = watch({ body: () => this.#body, reread: () => this.#reread() }, this.signal);
    await this.#reread();
  }

  /** Marks what the new settings ask for. Nothing is read again. */
  apply(settings: Settings): void {
    this.settings = settings;
    if (this.#known !== null && this.#nearby !== null) this.#show(this.#known, this.#nearby);
  }

  /** Opens the card of the claim that stands in these words or is attributed by them. Says whether there is one. */
  open(words: Range): boolean {
    const claim = this.#article?.within(words);
    if (claim) this.#display?.visit(claim);
    return claim !== undefined;
  }

  /** Goes to the next claim, or the one before. Says whether there is one. */
  step(by: 1 | -1): boolean {
    return this.#display?.step(by) ?? false;
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
        this.step(request.by);
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
    const time = new PageTime(this.signal);
    let changed = false;
    try {
      const trees = new Trees(document);
      const isArticle = this.#anyway || (await time.inSlices(lookForArticle(document, trees)));
      const reader = isArticle ? await this.scripts.reader() : null;
      const read = reader && (await time.inSlices(reader.readPage(document, trees, this.#anyway)));
      this.#body = read?.body ?? null;
      this.#stopWaiting();
      if (reader && read && read.reading.length < UNSEEN) this.#stopWaiting = reader.whenShown(read.body, time.spent, () => void this.#reread(), this.signal);
      this.#watchAlsoIn([...trees.known, ...(read?.reading.roots ?? [])]);
      changed = reader && read && read.reading.length > 0 ? await this.#ask(reader, read.reading, time) : this.#forget({ status: 'not-article' });
    } catch (error) {
      if (isCutOff()) this.lost();
      if (!this.signal.aborted) this.#forget({ status: 'failed', reason: String(error) });
    }
    return { changed, cost: time.spent };
  }

  /** Asks the engine about what was read and shows its answer. Says whether the article has other words than before. */
  async #ask(reader: Reader, reading: Reading, time: PageTime): Promise<boolean> {
    await time.breathe();
    this.#dress(true);
    const { host, known, answer, nearby } = time.take(() => this.#send(reader, reading));
    const report = await answer;
    await time.breathe();
    time.take(() => this.#show({ report, reading, host, reader }, nearby));
    return known === null;
  }

  /** Sends an article to the engine, unless it has answered about the same before. */
  #send(reader: Reader, reading: Reading) {
    const host = reader.publisherOf(document);
    const known = this.#known !== null && reader.isSameArticle({ host, reading }, this.#known) ? this.#known : null;
    const answer = known?.report ?? analyze({ type: 'analyze', document: { host, blocks: reading.blocks.map(({ block }) => block) } });
    return { host, known, answer, nearby: this.#nearby ?? this.#follow(reader, reading) };
  }

  /** While the engine is at work the browser says what is in sight, so that the first lines need not wait for it. */
  #follow(reader: Reader, { blocks }: Reading): Nearby {
    const nearby = (this.#nearby = new reader.Nearby(this.signal));
    nearby.follow(blocks.flatMap((read) => reader.boxOf(read) ?? []));
    return nearby;
  }

  /** Shows the claims of a report in the place of those before. */
  #show(known: Known, nearby: Nearby): void {
    const { reading, host, report, reader } = known;
    const article = new reader.Article(reading.blocks, host, report, this.settings);
    this.#known = known;
    this.#article = article;
    if (this.#display !== null) this.#display.update(article, this.settings);
    else if (article.claims.length > 0) this.#display = new reader.Display(article, this.settings, nearby, this.scripts.card, this.lost, this.signal);
    else nearby.forget();
    this.tell(
      article.claims.length === 0
        ? { status: 'empty' }
        : {
            status: 'article',
            // Only who looks at the list pays for it.
            get claims() {
              return article.listed;
            },
            truncatedAt: reading.truncatedAt,
          },
    );
  }

  /** Takes away what was shown of an article that is gone. Says whether there was one. */
  #forget(state: PageState): boolean {
    const hadArticle = this.#known !== null;
    this.#known = null;
    this.#article = null;
    this.#display?.end();
    this.#display = null;
    this.#dress(false);
    this.tell(state);
    return hadArticle;
  }

  /** Puts the look of the lines on the page while it is an article, so that no other page can find it. */
  #dress(dressed: boolean): void {
    if (dressed === this.#isDressed) return;
    this.#isDressed = dressed;
    void this.scripts.look(dressed);
  }
}

/** @throws when the engine could not read the article. */
async function analyze(request: AnalyzeRequest): Promise<Report> {
  const answer: AnalyzeAnswer | undefined = await chrome.runtime.sendMessage(request);
  if (answer?.type === 'report') return answer.report;
  throw new Error(answer?.reason ?? 'The engine gave no answer.');
}
