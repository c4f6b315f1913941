/** A page in a line: `51 claims · 44 by name · 6 without a name · 2 second-hand`. What there is none of is not said. */
import { count, type Counted } from '../i18n.ts';
import type { Tally } from './tally.ts';

export function summaryLine({ claims, named, described, nameless, secondHand }: Tally): string {
  const parts: [Counted, number][] = [
    ['tally_named', named],
    ['tally_described', described],
    ['tally_nameless', nameless],
    ['tally_second_hand', secondHand],
  ];
  const said = parts.filter(([, number]) => number > 0).map(([stem, number]) => count(stem, number));
  return [count('popup_glance_claims', claims), ...said].join(' · ');
}
