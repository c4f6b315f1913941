/** Why a claim could not be looked for on the page that it was followed to: what the site says, and what the page is. */
import type { TrailView, UnreadStatus } from '../../claims/trail.ts';
import { language, say, type Key } from '../../i18n.ts';

const WHY: Record<UnreadStatus, Key> = {
  'not-article': 'trail_unread_not_article',
  off: 'trail_unread_off',
  paused: 'trail_unread_off',
  failed: 'popup_failed_title',
  closed: 'trail_unread_closed',
};

export function unreadWords({ pages }: TrailView, status: UnreadStatus, page: Document): string {
  const why = status === 'not-article' ? whyNoArticle(page) : say(WHY[status]);
  return `${say('trail_unread', pages.at(-1)!.publisher)} ${why}`;
}

function whyNoArticle(page: Document): string {
  const [arrived] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if ((arrived?.responseStatus ?? 0) >= 400) return say('trail_unread_missing');
  if (page.querySelector('input[type=password]') !== null) return say('trail_unread_sign_in');
  const [spoken = ''] = /^[a-z]{2,3}\b/i.exec(page.documentElement.lang) ?? [];
  if (spoken !== '' && spoken.toLowerCase() !== 'en') return say('trail_unread_language', languageName(spoken));
  return say(WHY['not-article']);
}

/** A language by its name in the reader's, or by its code. */
function languageName(code: string): string {
  return new Intl.DisplayNames(language(), { type: 'language' }).of(code) ?? code;
}
