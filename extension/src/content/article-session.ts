/**
 * One stretch of reading an article: its blocks, one message to the engine, the display; and again whenever the page's text
 * changes. Everything it starts ends with its signal: no line, no listener and no node stays behind.
 */
import type { Host, Report } from 'hearsay';
import type { Tally } from '../claims/tally.ts';
import type { AnalyzeAnswer, AnalyzeRequest, PageAction, PageState } from '../messages.ts';
import type { Entries } from '../settings/migrations.ts';
import { settingsFrom, type Settings } from '../settings/schema.ts';
import type { CardActions, CardRoom } from './card/index.ts';
import { ClaimsOnPage } from './claims-on-page.ts';
import type { MarkedArticle } from './commands/article-export.ts';
import { Display } from './display.ts';
import type { Trees } from './dom/shadow-roots.ts';
import type { TimeSlices } from './dom/time-slices.ts';
import { isWithin } from './dom/tree.ts';
import { whenShown } from './dom/until-visible.ts';
import { boxOf } from './extraction/block.ts';
import { publisherOf } from './extraction/publisher.ts';
import { readPage, type Reading } from './extraction/read-article.ts';
import { isSameArticle } from './extraction/same-article.ts';
import { NearViewport } from './highlights/near-viewport.ts';

/** With less text than this an article is not shown yet. UTF-16 code units. */
const UNSEEN = 250;

/** What the engine said about an article, with the article as it was read. */
interface AnalysedArticle {
  report: Report;
  reading: Reading;
  host: Required<Host>;
}

/** What comes later, for an article that is shown. */
export interface DisplayScripts {
  /** Brings the card, the same each time. Throws when the background does not answer. */
  card(): Promise<CardRoom>;
  /** Puts the look of the lines on the page, or takes it away. */
  look(shown: boolean): Promise<void>;
}

/** What an article's session is part of. */
export interface SessionContext {
  /** Is told of each new state of the page. */
  tell(state: PageState): void;
  /** Reads the page again. */
  reread(): void;
  /** The same, as soon as the page can afford it. */
  rereadSoon(): void;
  /** Is called when the extension turns out to be gone. */
  lost(): void;
  /** The reader chose on the card which claims have a line. */
  chooseLines(lines: Settings['lines']): void;
  scripts: DisplayScripts;
}

export class ArticleSession {
  /** The newest one on this page. */
  static current?: ArticleSession;
  /** Is called when a card says all it has to say, and may add to it. */
  onCard?: CardActions['filled'];
  /** Is called whenever the article has been shown. */
  onShown?: () => void;
  /** The element that held the article at the last reading. */
  body: Element | null = null;
  /** The open shadow roots that parts of it stood in. */
  roots: Iterable<ShadowRoot> = [];
  #known: AnalysedArticle | null = null;
  #article: ClaimsOnPage | null = null;
  #display: Display | null = null;
  /** Which parts of the article are near the window. */
  #nearby: NearViewport | null = null;
  /** Ends the waiting for an article that could not be seen at the last reading. */
  #stopWaiting = () => {};
  /** Whether the look of the lines is on the page. */
  #isDressed = false;
  readonly #around: SessionContext;
  readonly #signal: AbortSignal;
  #settings: Settings;

  /**
   * @param stored the entries of storage, as they count on this page.
   * @param signal ends the session.
   */
  constructor(stored: Entries, around: SessionContext, signal: AbortSignal) {
    ArticleSession.current = this;
    this.#settings = settingsFrom(stored);
    this.#around = around;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#dress(false), { once: true });
    // A part of the text may be unfolded by a style alone, which changes nothing that could be heard.
    const pressed = ({ isTrusted, target }: Event) => {
      if (isTrusted && this.body !== null && target instanceof Node && isWithin(target, this.body)) around.rereadSoon();
    };
    for (const kind of ['click', 'toggle'])
      document.addEventListener(kind, pressed, { signal, capture: true, passive: true });
  }

  /** The claims that are marked, counted; null where there are none. */
  get tally(): Tally | null {
    return this.#article !== null && this.#article.claims.length > 0 ? this.#article.tally : null;
  }

  /**
   * Reads the page and shows what is found. Says whether the article has other words than before; null where there is none.
   *
   * @param anyway whether the page is read whatever its kind.
   */
  async read(trees: Trees, anyway: boolean, time: TimeSlices): Promise<boolean | null> {
    const read = await time.inSlices(readPage(document, trees, anyway));
    this.leave();
    this.body = read?.body ?? null;
    this.roots = read?.reading.roots ?? [];
    if (read && read.reading.length < UNSEEN)
      this.#stopWaiting = whenShown(read.body, time.spent, () => this.#around.reread(), this.#signal);
    return read && read.reading.length > 0 ? this.#ask(read.reading, time) : null;
  }

  /** The page does not read like an article any more. */
  leave(): void {
    this.body = null;
    this.roots = [];
    this.#stopWaiting();
  }

  /** Marks what is set now. Nothing is read again. */
  apply(stored: Entries): void {
    this.#settings = settingsFrom(stored);
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

  /** The article as it was read, with its claims; null while there is none. */
  get marked(): MarkedArticle | null {
    if (this.#known === null || this.#article === null) return null;
    return { blocks: this.#known.reading.blocks, host: this.#known.host, claims: this.#article.claims };
  }

  /** What stands on the page of the article now. An article without claims has no display. */
  get onPage(): readonly [article: ClaimsOnPage | null, display: Display | null] {
    return [this.#article, this.#display];
  }

  /** Does what the popup asks for. */
  do(request: Exclude<PageAction, { type: 'read-anyway' }>): void {
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
    }
  }

  /** Takes away what was shown of an article that is gone. Says whether there was one. */
  forget(): boolean {
    const hadArticle = this.#known !== null;
    this.#known = this.#article = null;
    this.#display?.end();
    this.#display = null;
    this.#dress(false);
    return hadArticle;
  }

  /** What was read before is read as if for the first time. */
  readAnew(): void {
    this.#known = null;
  }

  /** Asks the engine about what was read and shows its answer. Says whether the article has other words than before. */
  async #ask(reading: Reading, time: TimeSlices): Promise<boolean> {
    await time.breathe();
    this.#dress(true);
    const { host, known, answer, nearby } = time.take(() => this.#send(reading));
    const report = await answer;
    await time.breathe();
    time.take(() => this.#show({ report, reading, host }, nearby));
    return known === null;
  }

  /** Sends an article to the engine, unless it has answered about the same before. */
  #send(reading: Reading) {
    const host = publisherOf(document);
    const known = this.#known !== null && isSameArticle({ host, reading }, this.#known) ? this.#known : null;
    const answer =
      known?.report ??
      analyze({ type: 'analyze', document: { host, blocks: reading.blocks.map(({ block }) => block) } });
    return { host, known, answer, nearby: this.#nearby ?? this.#follow(reading) };
  }

  /** While the engine is at work the browser says what is in sight, so that the first lines need not wait for it. */
  #follow({ blocks }: Reading): NearViewport {
    const nearby = (this.#nearby = new NearViewport(this.#signal));
    nearby.follow(blocks.flatMap((read) => boxOf(read) ?? []));
    return nearby;
  }

  /** Shows the claims of a report in the place of those before. */
  #show(known: AnalysedArticle, nearby: NearViewport): void {
    const { reading, host, report } = known;
    const article = new ClaimsOnPage(reading.blocks, host, report, this.#settings);
    this.#known = known;
    this.#article = article;
    if (this.#display !== null) this.#display.update(article, this.#settings);
    else if (article.claims.length > 0)
      this.#display = new Display(
        article,
        this.#settings,
        nearby,
        {
          cardRoom: this.#around.scripts.card,
          lost: this.#around.lost,
          chooseLines: this.#around.chooseLines,
          filled: (view, subject) => this.onCard?.(view, subject),
        },
        this.#signal,
      );
    else nearby.forget();
    this.onShown?.();
    this.#around.tell(
      article.claims.length === 0
        ? { status: 'empty' }
        : {
            status: 'article',
            // Only who looks at the list pays for it.
            get claims() {
              return article.listed;
            },
            truncatedAt: reading.truncatedAt,
            wire: report.wire ?? null,
          },
    );
  }

  /** Puts the look of the lines on the page while it is an article, so that no other page can find it. */
  #dress(dressed: boolean): void {
    if (dressed === this.#isDressed) return;
    this.#isDressed = dressed;
    void this.#around.scripts.look(dressed);
  }
}

/** @throws when the engine could not read the article. */
async function analyze(request: AnalyzeRequest): Promise<Report> {
  const answer: AnalyzeAnswer | undefined = await chrome.runtime.sendMessage(request);
  if (answer?.type === 'report') return answer.report;
  throw new Error(answer?.reason ?? 'The engine gave no answer.');
}
