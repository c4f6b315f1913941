/** What the lines of the map mean. */
import { isNameless } from '../../claims/depth.ts';
import { identity } from '../../claims/same-hand.ts';
import { say } from '../../i18n.ts';
import type { ListedClaim } from '../../messages.ts';
import { element } from '../element.ts';
import { shape } from '../svg-element.ts';
import type { Drawn } from './busiest.ts';

/** Only of lines that there are. */
export function mapKey({ claims }: Drawn): HTMLElement | null {
  const steps = claims.flatMap(({ hands }) => hands);
  const certain = steps.filter(({ link }) => link !== 'inherited');
  const samples = [
    isAnyWider(claims) ? sample('plain', { 'stroke-width': 5 }, say('panel_key_width')) : null,
    certain.some(isNameless)
      ? sample(
          'dots',
          { 'stroke-width': 2.5, 'stroke-linecap': 'round', 'stroke-dasharray': '0.01 4.5' },
          say('panel_key_nameless'),
        )
      : null,
    certain.length < steps.length
      ? sample('perhaps', { 'stroke-width': 1.25, 'stroke-dasharray': '5 4' }, say('panel_key_perhaps'))
      : null,
  ].filter((made) => made !== null);
  return samples.length === 0 ? null : element('p', { class: 'key' }, ...samples);
}

/** Whether some hand has more of the certain claims than another. */
function isAnyWider(claims: readonly ListedClaim[]): boolean {
  const numbers = new Map<string, number>();
  for (const { hands } of claims)
    for (const hand of hands)
      if (hand.link !== 'inherited') numbers.set(identity(hand), (numbers.get(identity(hand)) ?? 0) + 1);
  return new Set(numbers.values()).size > 1;
}

function sample(line: string, look: Record<string, string | number>, words: string): HTMLElement {
  const path = shape('path', { class: line, d: 'M2 4h22', fill: 'none', ...look });
  return element(
    'span',
    {},
    shape('svg', { class: 'lines', width: 26, height: 8, 'aria-hidden': 'true' }, path),
    words,
  );
}
