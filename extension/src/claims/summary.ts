/** A page at a glance: how many claims, who stands behind them, how far they came, and where they are thin. Pure. */
import type { ListedClaim, ListedHand } from '../messages.ts';
import { endsNameless, lineFor } from './depth.ts';
import { tallyOf, type Tally } from './tally.ts';
import { thinPlaces, type ThinPlace } from './thin-places.ts';

export interface Summary extends Tally {
  /** Claims by the line they have, and how many of them end without a name. */
  lines: Record<1 | 2 | 3, { claims: number; nameless: number }>;
  /** The counted hands of the longest chain, the first of its length; null where none has two. */
  longest: ListedHand[] | null;
  thin: ThinPlace[];
}

export function summarise(claims: readonly ListedClaim[]): Summary {
  const lines: Summary['lines'] = { 1: none(), 2: none(), 3: none() };
  let longest: ListedHand[] = [];
  for (const { depth, hands } of claims) {
    const counted = hands.filter(({ link }) => link !== 'inherited');
    if (counted.length > longest.length) longest = counted;
    const line = lineFor(depth);
    if (line === 0) continue;
    lines[line].claims += 1;
    if (endsNameless(hands)) lines[line].nameless += 1;
  }
  return { ...tallyOf(claims), lines, longest: longest.length > 1 ? longest : null, thin: thinPlaces(claims) };
}

function none() {
  return { claims: 0, nameless: 0 };
}
