/** A page at a glance: how many claims, through how many hands, and where they end. Pure. */
import { endsNameless, lastCounted, lineFor } from '../depth.ts';
import type { ListedClaim, ListedHand } from '../protocol.ts';
import { identity } from './same-hand.ts';

export interface Summary {
  claims: number;
  /** Different hands on all chains together. Nobody is not a hand. */
  hands: number;
  /** Claims by the line they have, and how many of them end without a name. */
  lines: Record<1 | 2 | 3, { claims: number; nameless: number }>;
  /** Claims that end without a name. */
  nameless: number;
  /** The counted hands of the longest chain, the first of its length; null where none has two. */
  longest: ListedHand[] | null;
}

export function summarise(claims: readonly ListedClaim[]): Summary {
  const lines: Summary['lines'] = { 1: none(), 2: none(), 3: none() };
  const hands = new Set<string>();
  let nameless = 0;
  let longest: ListedHand[] = [];
  for (const claim of claims) {
    const counted = claim.hands.filter(({ link }) => link !== 'inherited');
    if (counted.length > longest.length) longest = counted;
    for (const hand of claim.hands) if (hand.type !== 'unspecified') hands.add(identity(hand));
    const ends = endsNameless(claim.hands) ? 1 : 0;
    nameless += ends;
    const line = lineFor(claim.depth);
    if (line === 0) continue;
    lines[line].claims += 1;
    lines[line].nameless += ends;
  }
  return { claims: claims.length, hands: hands.size, lines, nameless, longest: longest.length > 1 ? longest : null };
}

/** The origin of a claim that has come through more than one hand. */
export function originOf(claim: ListedClaim): ListedHand | null {
  return claim.depth > 1 ? (lastCounted(claim.hands) ?? null) : null;
}

function none() {
  return { claims: 0, nameless: 0 };
}
