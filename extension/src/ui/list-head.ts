/** What stands above the list: which source's claims are listed, how many are left, and the way back to all. */
import { ALL, isFiltered, sourcesOf, type Filter } from '../claims/filter.ts';
import { handName } from '../claims/hand-name.ts';
import { digits, say } from '../i18n.ts';
import type { ListedClaim } from '../messages.ts';
import { button, element } from './element.ts';

/** A name longer than this would make the choice wider than the popup. UTF-16 code units. */
const LONGEST = 40;

export function listHead(
  claims: readonly ListedClaim[],
  left: number,
  filter: Filter,
  choose: (filter: Filter) => void,
): HTMLElement {
  const sources = [...sourcesOf(claims)];
  const options = sources.map(([key, { hand, claims }]) =>
    element('option', { value: key }, `${shortened(handName(hand))} (${digits(claims)})`),
  );
  const source = element(
    'select',
    { 'aria-label': say('popup_source') },
    element('option', { value: '' }, say('popup_all_sources')),
    ...options,
  );
  source.value = filter.source ?? '';
  source.addEventListener('change', () => choose({ ...filter, source: source.value || null }));
  return element(
    'div',
    { class: 'list-head' },
    sources.length > 1 ? source : null,
    ...(isFiltered(filter)
      ? [
          element('span', { class: 'left' }, leftWords(left, claims.length)),
          button('textual', say('popup_show_all'), () => choose(ALL)),
        ]
      : []),
  );
}

/** `6 of 22` */
export function leftWords(left: number, all: number): string {
  return say('card_place', digits(left), digits(all));
}

function shortened(name: string): string {
  return name.length > LONGEST ? `${[...name].slice(0, LONGEST).join('')}…` : name;
}
