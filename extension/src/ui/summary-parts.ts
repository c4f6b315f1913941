/** The page in a line, where a line of it breaks between the parts alone and the point between them goes unseen there. */
import { summaryLine } from '../claims/summary-line.ts';
import type { Tally } from '../claims/tally.ts';
import { element } from './element.ts';

export function summaryParts(tally: Tally): HTMLElement {
  const [first = '', ...others] = summaryLine(tally).split(' · ');
  const rest = others.map((part) => element('span', {}, element('span', { class: 'point' }, ' · '), part));
  return element('span', { class: 'parts' }, element('span', {}, first), ...rest);
}
