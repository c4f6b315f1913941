/**
 * A claim as somebody who writes would cite it, from its origin to this page: `Nawras Net, cited by Tessaly Courier,
 * cited in “…”`. Only hands that are certain are named.
 */
import { language, say } from '../../../i18n.ts';
import { labelWords, type CardText } from '../card-text.ts';
import { addressOf, titleOf } from './source-page.ts';

export function citationOf({ words, hands, page: publisher }: CardText, page: Document): string {
  const [origin, ...between] = hands
    .filter(({ isPerhaps, type }) => !isPerhaps && type !== 'unspecified')
    .map(({ label }) => labelWords(label))
    .reverse();
  const title = say('quoted', titleOf(page));
  const way =
    origin === undefined
      ? [title]
      : [origin, ...between.map((hand) => say('card_cited_by', hand)), say('card_cited_in', title)];
  const today = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format();
  return `${words}: ${[...way, publisher, addressOf(page)].filter((part) => part !== '').join(', ')} (${say('card_read_on', today)})`;
}
