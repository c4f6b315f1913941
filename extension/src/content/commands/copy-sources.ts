/** A page's sources with their claims, for the clipboard. */
import { groupByNearestHand } from '../../claims/groups.ts';
import { handName } from '../../claims/hand-name.ts';
import { summaryLine } from '../../claims/summary-line.ts';
import { tallyOf } from '../../claims/tally.ts';
import { digits, say } from '../../i18n.ts';
import type { ListedClaim } from '../../messages.ts';
import { copy } from '../card/copy/clipboard.ts';
import { addressOf, titleOf } from '../card/copy/source-page.ts';
import type { Message } from './message.ts';

/** Puts the page's sources with their claims into the clipboard. A browser may want a press of the reader's own for it. */
export async function copySources(claims: readonly ListedClaim[], message: Message): Promise<void> {
  const text = sourcesOf(claims, document);
  const tellCopied = () => message.tell(say('notice_copied', summaryLine(tallyOf(claims))), [], null);
  if (await copy(text)) return tellCopied();
  const again = {
    label: say('card_copy'),
    press: async () => ((await copy(text)) ? tellCopied() : message.tell(say('card_not_copied'), [], null)),
  };
  message.tell(summaryLine(tallyOf(claims)), [], again);
}

/** The claims of a page by the hand nearest to it, as text. */
function sourcesOf(claims: readonly ListedClaim[], page: Document): string {
  const groups = groupByNearestHand(claims).map(({ hand, claims }) =>
    [
      `${hand === null ? say('popup_this_page') : handName(hand)} (${digits(claims.length)})`,
      ...claims.map(lineOf),
    ].join('\n'),
  );
  return [`${titleOf(page)}\n${addressOf(page)}\n${summaryLine(tallyOf(claims))}`, ...groups].join('\n\n');
}

/** `• the claim ← Nawras Net ← perhaps “officials”` */
function lineOf({ words, hands }: ListedClaim): string {
  const farther = hands
    .slice(1)
    .map((hand) => ` ← ${hand.link === 'inherited' ? say('card_copy_perhaps', handName(hand)) : handName(hand)}`);
  return `• ${words}${farther.join('')}`;
}
