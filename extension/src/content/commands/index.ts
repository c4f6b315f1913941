/**
 * What a reader asks by a key or in the context menu: goes to the next claim or opens the card of the one in the selected
 * words, puts the page's sources into the clipboard, turns the site on or off, or says why there is nothing to show; and
 * the article for a file. A script of its own, `commands.js`, since most readers of most pages ask nothing.
 */
import { say, type Key } from '../../i18n.ts';
import type { CommandNote, PageState } from '../../messages.ts';
import { choose, type Settings, type Where } from '../../settings/schema.ts';
import { ruleOf, turn } from '../../settings/site-rules.ts';
import type { Session } from '../page-session.ts';
import { save } from '../stored-settings.ts';
import { creditsOf } from './byline.ts';
import { copySources } from './copy-sources.ts';
import { Message } from './message.ts';

export { exported } from './article-export.ts';

/** Where something is asked. */
export interface Asked {
  /** The host that rules for the page are kept under. */
  host: string;
  settings: Where;
  /** While the page is read. */
  reading: { session: Session; read: Promise<void> } | null;
  /** Of the page as it is now; or that it is a frame of another site, which the reader has read only if so set. */
  state(): PageState | { status: 'strange-frame' };
}

const WHY_NONE: Record<ReturnType<Asked['state']>['status'], Key> = {
  article: 'notice_none',
  empty: 'popup_empty_title',
  reading: 'popup_reading',
  'not-article': 'popup_not_article_title',
  off: 'popup_off_title',
  paused: 'popup_paused_title',
  failed: 'popup_failed_title',
  'strange-frame': 'notice_strange_frame',
};

const message = new Message();

export async function obey(
  { command, isFresh }: CommandNote,
  { host, settings, reading, state: stateNow }: Asked,
): Promise<void> {
  if (command !== 'toggle-site') await reading?.read;
  const article = reading?.session.article ?? null;
  const state = stateNow();
  const words = command === 'source-of-selection' ? selectedWords() : [];
  switch (command) {
    case 'toggle-site': {
      // Who has just had the page read does not want it turned off.
      if (isFresh && reading !== null) return;
      const to = ruleOf(host, settings) === 'on' ? 'off' : 'on';
      // What the browser does not keep is not done either; the button shows how the site stands.
      return save(turn(host, to, settings)).catch(() => {});
    }
    case 'next-claim':
    case 'previous-claim':
      if (article?.step(command === 'next-claim' ? 1 : -1)) return;
      break;
    case 'source-of-selection':
      if (words.some((range) => article?.open(range))) return;
      break;
    case 'copy-sources':
      if (state.status === 'article') return copySources(state.claims, message);
  }
  message.tell(say(WHY_NONE[state.status]), words, null);
}

/** The day the page was published by ISO 8601, as it says itself; empty where it does not. */
export function published(): string {
  return creditsOf(document).published;
}

/** Stores which claims are to have a line; every page hears of it. What the browser does not keep is not done either. */
export function chooseLines(lines: Settings['lines']): void {
  save(choose('lines', lines)).catch(() => {});
}

function selectedWords(): Range[] {
  const selection = getSelection();
  return selection === null || selection.isCollapsed ? [] : [selection.getRangeAt(0)];
}

export type Commands = typeof import('./index.ts');
