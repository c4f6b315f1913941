/**
 * One stretch of watching a page, from switching on to switching off: the gate, and what `reader.js` makes of an article;
 * and again whenever the page's text changes.
 */
import type { PageState } from '../protocol.ts';
import type { Entries } from '../settings-steps.ts';
import type { Settings } from '../settings.ts';
import type { ArticleSession } from './article-session.ts';
import { promisesArticle } from './gate/declared.ts';
import { lookForArticle } from './gate/gate.ts';
import { isCutOff } from './lifeline.ts';
import { leisure, PageTime } from './page-time.ts';
import type { ArticleScripts } from './scripts.ts';
import { Trees } from './trees.ts';
import { sight, watch, type AlsoIn, type Outcome } from './watcher.ts';

export class Session {
  /** What stands on the page while it is an article, and since it was one. */
  article: ArticleSession | null = null;
  /** Whether the reader wants this page read although the gate would leave it alone. */
  #anyway = false;
  /** The reading under way, and the one that waits for its end. */
  #running: Promise<Outcome> | null = null;
  #waiting: Promise<Outcome> | null = null;
  #watchAlsoIn: AlsoIn = () => {};
  #stored: Entries;
  readonly #tell: (state: PageState) => void;
  readonly #scripts: ArticleScripts;
  readonly #lost: () => void;
  readonly #chooseLines: (lines: Settings['lines']) => void;
  readonly #signal: AbortSignal;

  /**
   * @param stored the entries of storage, as they count on this page.
   * @param tell is told of each new state of the page.
   * @param lost is called when the extension turns out to be gone.
   * @param chooseLines stores which claims are to have a line.
   * @param signal ends the session.
   */
  constructor(stored: Entries, tell: (state: PageState) => void, scripts: ArticleScripts, lost: () => void, chooseLines: (lines: Settings['lines']) => void, signal: AbortSignal) {
    this.#stored = stored;
    this.#tell = tell;
    this.#scripts = scripts;
    this.#lost = lost;
    this.#chooseLines = chooseLines;
    this.#signal = signal;
  }

  /** Reads the page, and again whenever it changes. */
  async start(): Promise<void> {
    await sight(this.#signal);
    if (this.#signal.aborted) return;
    // While the page is still busy with itself, the reader comes and the background makes its engine ready.
    if (promisesArticle(document)) this.#scripts.reader().catch(() => {});
    await leisure();
    if (this.#signal.aborted) return;
    this.#watchAlsoIn = watch({ body: () => this.article?.body ?? null, reread: () => this.#reread() }, this.#signal);
    await this.#reread();
  }

  /** Marks what is set now. Nothing is read again. */
  apply(stored: Entries): void {
    this.#stored = stored;
    this.article?.apply(stored);
  }

  /** Reads the page although it does not look like an article; after a failure, reads it again. */
  readAnyway(): void {
    this.#anyway = true;
    this.article?.readAnew();
    this.#tell({ status: 'reading' });
    void this.#reread();
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
    const time = new PageTime(this.#signal);
    let changed = false;
    try {
      const trees = new Trees(document);
      const isArticle = this.#anyway || (await time.inSlices(lookForArticle(document, trees)));
      const article = isArticle ? (this.article ??= await this.#openArticle()) : null;
      if (article === null) this.article?.leave();
      const found = article && (await article.read(trees, this.#anyway, time));
      this.#watchAlsoIn([...trees.known, ...(article?.roots ?? [])]);
      changed = found ?? this.#forget({ status: 'not-article' });
    } catch (error) {
      if (isCutOff()) this.#lost();
      if (!this.#signal.aborted) this.#forget({ status: 'failed', reason: String(error) });
    }
    return { changed, cost: time.spent };
  }

  async #openArticle(): Promise<ArticleSession> {
    const reader = await this.#scripts.reader();
    this.#signal.throwIfAborted();
    const around = { tell: this.#tell, lost: this.#lost, scripts: this.#scripts, chooseLines: this.#chooseLines, reread: () => void this.#reread() };
    return new reader.ArticleSession(this.#stored, around, this.#signal);
  }

  /** Says whether an article was shown, which is taken away. */
  #forget(state: PageState): boolean {
    const hadArticle = this.article?.forget() ?? false;
    this.#tell(state);
    return hadArticle;
  }
}
