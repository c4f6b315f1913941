/**
 * The claims of a page counted by who stands behind them: what the popup, the button and the files say of a page in one
 * line. In go the claims with their hands; out come numbers. Pure.
 */
import { isNameless, lastCounted, type Hand } from './depth.ts';

export interface Tally {
  claims: number;
  /** Claims whose last hand has a name, or is an office that answers for itself: `police`. */
  named: number;
  /** Claims whose last hand is described: `the minister`, `experts`, `a study`. */
  described: number;
  /** Claims whose last hand is kept from the reader. */
  nameless: number;
  /** Claims through two hands or more. */
  secondHand: number;
}

/** Nothing to count. */
export const NO_CLAIMS: Tally = { claims: 0, named: 0, described: 0, nameless: 0, secondHand: 0 };

/** What has to be known of a claim. */
export interface Counted {
  depth: number;
  hands: readonly (Hand & { named: boolean })[];
}

export function tallyOf(claims: readonly Counted[]): Tally {
  const tally = { ...NO_CLAIMS, claims: claims.length };
  for (const { depth, hands } of claims) {
    if (depth > 1) tally.secondHand++;
    const last = lastCounted(hands);
    if (last === undefined) continue;
    if (isNameless(last)) tally.nameless++;
    else if (last.named || last.type === 'institution') tally.named++;
    else tally.described++;
  }
  return tally;
}
