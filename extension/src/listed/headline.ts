/** A page's claims and hands counted in words: `16 claims, through 15 hands`. */
import { count } from '../words.ts';
import type { Summary } from './summary.ts';

export function headline({ claims, hands }: Summary): string {
  const counted = count('popup_glance_claims', claims);
  return hands === 0 ? counted : count('popup_glance_hands', hands, counted);
}
