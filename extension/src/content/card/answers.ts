/** What a reader is told who asks about a page in the context menu, when it is not a card that answers. */
import { groupByNearestHand } from '../../listed/groups.ts';
import { handName } from '../../listed/hand-name.ts';
import { headline } from '../../listed/headline.ts';
import { summarise } from '../../listed/summary.ts';
import type { ListedClaim, PageState } from '../../protocol.ts';
import { digits, say, type Key } from '../../words.ts';
import { copy } from './clipboard.ts';
import { Notice } from './notice.ts';
import { addressOf, titleOf } from './source-page.ts';

const WHY_NONE: Record<PageState['status'] | 'strange-frame', Key> = {
  article: 'notice_none',
  empty: 'popup_empty_title',
  reading: 'popup_reading',
  'not-article': 'popup_not_article_title',
  off: 'popup_off_title',
  paused: 'popup_paused_title',
  failed: 'popup_failed_title',
  'strange-frame': 'notice_strange_frame',
};

const notice = new Notice();

/** Says why there is no claim to show. */
export function tellWhyNone(status: keyof typeof WHY_NONE, words: readonly Range[]): void {
  notice.tell(say(WHY_NONE[status]), words, null);
}

/** Puts the page's sources with their claims into the clipboard. A browser may want a press of the reader's own for it. */
export async function copySources(claims: readonly ListedClaim[]): Promise<void> {
  const text = sourcesOf(claims, document);
  const tellCopied = () => notice.tell(say('notice_copied', headline(summarise(claims))), [], null);
  if (await copy(text)) return tellCopied();
  const again = { label: say('card_copy'), press: async () => ((await copy(text)) ? tellCopied() : notice.tell(say('card_not_copied'), [], null)) };
  notice.tell(headline(summarise(claims)), [], again);
}

/** The claims of a page by the hand nearest to it, as text. */
function sourcesOf(claims: readonly ListedClaim[], page: Document): string {
  const groups = groupByNearestHand(claims).map(({ hand, claims }) =>
    [`${hand === null ? say('popup_this_page') : handName(hand)} (${digits(claims.length)})`, ...claims.map(lineOf)].join('\n'),
  );
  return [`${titleOf(page)}\n${addressOf(page)}\n${headline(summarise(claims))}`, ...groups].join('\n\n');
}

/** `• the claim ← Nawras Net ← perhaps “officials”` */
function lineOf({ words, hands }: ListedClaim): string {
  const farther = hands.slice(1).map((hand) => ` ← ${hand.link === 'inherited' ? say('card_copy_perhaps', handName(hand)) : handName(hand)}`);
  return `• ${words}${farther.join('')}`;
}
