/**
 * What a picture can show of an article with very many hands: those with most claims. The list in words has them all.
 * Pure.
 */
import { identity } from '../../claims/same-hand.ts';
import type { ListedClaim, ListedHand } from '../../messages.ts';

/** The most hands that are drawn. So many stand one below the other on about three screens. */
export const MOST = 60;

export interface Drawn {
  /** The claims whose ways are drawn, in the order of the page. */
  claims: ListedClaim[];
  /** How many hands are left out. */
  left: number;
}

/** How much a way is worth: so many times each of its claims. */
export type Worth = (hands: readonly ListedHand[]) => number;

/** Takes the ways with most claims, each as a whole, as long as their hands are few enough. */
export function busiest(claims: readonly ListedClaim[], most = MOST, worth: Worth = () => 1): Drawn {
  const ways = new Map<string, { hands: Set<string>; claims: ListedClaim[] }>();
  for (const claim of claims) {
    const hands = claim.hands.map(identity);
    const key = JSON.stringify(hands);
    const way = ways.get(key) ?? { hands: new Set(hands), claims: [] };
    way.claims.push(claim);
    ways.set(key, way);
  }
  const shown = new Set<string>();
  const chosen = new Set<ListedClaim>();
  const worthOf = ({ claims }: { claims: ListedClaim[] }) => claims.length * worth(claims[0]!.hands);
  for (const way of [...ways.values()].sort((a, b) => worthOf(b) - worthOf(a))) {
    const unseen = [...way.hands].filter((hand) => !shown.has(hand));
    if (shown.size + unseen.length > most) continue;
    for (const hand of unseen) shown.add(hand);
    for (const claim of way.claims) chosen.add(claim);
  }
  const all = new Set([...ways.values()].flatMap(({ hands }) => [...hands]));
  return { claims: claims.filter((claim) => chosen.has(claim)), left: all.size - shown.size };
}
