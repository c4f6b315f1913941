/**
 * The pages of a trail as columns, side by side: the outlet, its declared date, the claim as the page has it, and below it the
 * hands through which the page has it. A list in order, so that it reads as well as it looks.
 */
import { handName } from '../../claims/hand-name.ts';
import type { TrailPage, TrailView } from '../../claims/trail.ts';
import { language, say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';
import { wordsOn } from '../../ui/trail-section.ts';

export function columnsOf({ pages, changes }: TrailView): HTMLElement {
  const columns = pages.map((page, at) =>
    element('li', {}, ...headOf(page), wordsOn(page, at, changes), handsOf(page)),
  );
  return element(
    'div',
    { class: 'columns', role: 'group', tabindex: 0, 'aria-label': say('trail_pages') },
    element('ol', { role: 'list' }, ...columns),
  );
}

function headOf({ publisher, published, url }: TrailPage): HTMLElement[] {
  const day = new Date(published);
  const date = Number.isNaN(day.getTime())
    ? say('trail_no_date')
    : day.toLocaleDateString(language(), { dateStyle: 'medium', timeZone: 'UTC' });
  return [
    element(
      'h4',
      {},
      element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, element('bdi', {}, publisher)),
    ),
    published === ''
      ? element('p', { class: 'day' }, date)
      : element('time', { class: 'day', datetime: published }, date),
  ];
}

/** As far as the hand that was followed, whose page is the next; on the last page all that count. */
function handsOf({ hands, followed }: TrailPage): HTMLElement {
  const between = (followed === null ? hands : hands.slice(0, followed + 1)).filter(({ link }) => link !== 'inherited');
  if (between.length === 0) return element('p', { class: 'from' }, say('trail_own'));
  return element(
    'div',
    { class: 'from' },
    element('p', {}, say('trail_from')),
    element('ol', {}, ...between.map((hand) => element('li', {}, element('bdi', {}, handName(hand))))),
  );
}
