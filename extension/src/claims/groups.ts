/** The claims of a page by the hand nearest to it, the busiest hand first. Pure. */
import type { ListedClaim, ListedHand } from '../messages.ts';
import { identity } from './same-hand.ts';

export interface Group {
  /** Null: the page's own claims. */
  hand: ListedHand | null;
  claims: ListedClaim[];
}

/** Groups of the same size, and the claims of one group, keep the order of the page. */
export function groupByNearestHand(claims: readonly ListedClaim[]): Group[] {
  const groups = new Map<string, Group>();
  for (const claim of claims) {
    const hand = claim.hands[0] ?? null;
    const key = hand ? identity(hand) : '';
    const group = groups.get(key) ?? { hand, claims: [] };
    group.claims.push(claim);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.claims.length - a.claims.length);
}
