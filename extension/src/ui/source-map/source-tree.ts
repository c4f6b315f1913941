/** The ways of all claims as a tree: under each hand those it had it from. Pure. */
import { identity } from '../../claims/same-hand.ts';
import type { ListedClaim, ListedHand } from '../../messages.ts';

/** A hand, reached on one way from the page. */
export interface Branch {
  hand: ListedHand;
  /** Whether the page gives it for another claim only. */
  perhaps: boolean;
  /** The claims that came this way, on from here or from farther. */
  claims: ListedClaim[];
  branches: Branch[];
}

/** The branches that leave the page, everywhere the busiest first; equally busy ones in the order of the page. */
export function branchesOf(claims: readonly ListedClaim[], hop = 0): Branch[] {
  const branches = new Map<string, Branch>();
  for (const claim of claims) {
    const hand = claim.hands[hop];
    if (hand === undefined) continue;
    const perhaps = hand.link === 'inherited';
    const key = `${perhaps} ${identity(hand)}`;
    const branch = branches.get(key) ?? { hand, perhaps, claims: [], branches: [] };
    branch.claims.push(claim);
    branches.set(key, branch);
  }
  for (const branch of branches.values()) branch.branches = branchesOf(branch.claims, hop + 1);
  return [...branches.values()].sort((a, b) => b.claims.length - a.claims.length);
}
