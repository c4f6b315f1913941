/**
 * One stretch of watching a page, from switching on to switching off: is it an article, and what `reader.js` makes of
 * one; and again whenever the page's text changes.
 */
import type { PageState } from '../messages.ts';
import type { Entries } from '../settings/migrations.ts';
import type { ArticleSession, DisplayScripts, SessionContext } from './article-session.ts';
import { lookForArticle } from './detection/is-article.ts';
import { promisesArticle } from './detection/metadata.ts';
import { Trees } from './dom/shadow-roots.ts';
import { whenVisible, watch, type Outcome, type Watcher } from './dom/text-watcher.ts';
import { leisure, TimeSlices } from './dom/time-slices.ts';
import { isCutOff } from './extension-context.ts';
import type { Reader } from './reader.ts';

/** What a session is part of. */
export interface PageSessionContext extends Omit<SessionContext, 'reread' | 'rereadSoon'> {
  scripts: ArticleScripts;
}

export interface ArticleScripts extends DisplayScripts {
  /** Brings what reads an article, the same each time. Throws when the background does not answer. */
  reader(): Promise<Reader>;
}

export interface Session {
  /** What stands on the page while it is an article, and since it was one. */
  readonly article: ArticleSession | null;
  /** Reads the page, and again whenever it changes. */
  start(): Promise<void>;
  /** Marks what is set now. Nothing is read again. */
  apply(stored: Entries): void;
  /** Reads the page although it does not look like an article; after a failure, reads it again. */
  readAnyway(): void;
}

/**
 * Opens a session; nothing is read yet.
 *
 * @param stored the entries of storage, as they count on this page.
 * @param signal ends the session.
 */
export function openSession(stored: Entries, around: PageSessionContext, signal: AbortSignal): Session {
  let article: ArticleSession | null = null;
  /** Whether the reader wants this page read although it does not look like an article. */
  let anyway = false;
  /** The reading under way, and the one that waits for its end: never more than these. */
  let running: Promise<Outcome> | null = null;
  let waiting: Promise<Outcome> | null = null;
  let watcher: Watcher | null = null;

  function reread(): Promise<Outcome> {
    if (running === null) return (running = read().finally(() => (running = null)));
    return (waiting ??= running.then(() => {
      waiting = null;
      return reread();
    }));
  }

  async function read(): Promise<Outcome> {
    const time = new TimeSlices(signal);
    let changed = false;
    try {
      const trees = new Trees(document);
      const isArticle = anyway || (await time.inSlices(lookForArticle(document, trees)));
      if (isArticle) article ??= await openArticle();
      else article?.leave();
      const found = isArticle && article !== null ? await article.read(trees, anyway, time) : null;
      watcher?.alsoIn([...trees.known, ...(article?.roots ?? [])]);
      changed = found ?? forget({ status: 'not-article' });
    } catch (error) {
      if (isCutOff()) around.lost();
      if (!signal.aborted) forget({ status: 'failed', reason: String(error) });
    }
    return { changed, cost: time.spent };
  }

  async function openArticle(): Promise<ArticleSession> {
    const { ArticleSession } = await around.scripts.reader();
    signal.throwIfAborted();
    return new ArticleSession(
      stored,
      { ...around, reread: () => void reread(), rereadSoon: () => watcher?.rereadSoon() },
      signal,
    );
  }

  /** Says whether an article was shown, which is taken away. */
  function forget(state: PageState): boolean {
    const hadArticle = article?.forget() ?? false;
    around.tell(state);
    return hadArticle;
  }

  return {
    get article() {
      return article;
    },
    async start() {
      await whenVisible(signal);
      if (signal.aborted) return;
      // While the page is still busy with itself, the reader comes and the background makes its engine ready.
      if (promisesArticle(document)) around.scripts.reader().catch(() => {});
      await leisure();
      if (signal.aborted) return;
      watcher = watch({ body: () => article?.body ?? null, reread }, signal);
      await reread();
    },
    apply(now) {
      stored = now;
      article?.apply(now);
    },
    readAnyway() {
      anyway = true;
      article?.readAnew();
      around.tell({ status: 'reading' });
      void reread();
    },
  };
}
