/** Which claims of a page the list shows: those of one line, those that one hand passed on, those without a name. Pure. */
import type { ListedClaim, ListedHand } from '../messages.ts';
import { endsNameless, lineFor } from './depth.ts';
import { identity } from './same-hand.ts';

export interface Filter {
  /** Claims with this line only. */
  line: 1 | 2 | 3 | null;
  /** Claims that this hand passed on only, wherever it stands in their chains: its `identity`. */
  source: string | null;
  /** Claims only whose last hand has no name. */
  nameless: boolean;
}

export const ALL: Filter = { line: null, source: null, nameless: false };

export function isFiltered({ line, source, nameless }: Filter): boolean {
  return line !== null || source !== null || nameless;
}

export function filtered(claims: readonly ListedClaim[], { line, source, nameless }: Filter): ListedClaim[] {
  return claims.filter(
    ({ depth, hands }) =>
      (line === null || lineFor(depth) === line) &&
      (source === null || hands.some((hand) => identity(hand) === source)) &&
      (!nameless || endsNameless(hands)),
  );
}

/** A hand and how many claims it passed on. */
export interface Source {
  hand: ListedHand;
  claims: number;
}

/** Every hand on the page by its identity, the busiest first. */
export function sourcesOf(claims: readonly ListedClaim[]): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const { hands } of claims) {
    const once = new Map(hands.map((hand) => [identity(hand), hand]));
    for (const [key, hand] of once)
      sources.set(key, { hand: sources.get(key)?.hand ?? hand, claims: (sources.get(key)?.claims ?? 0) + 1 });
  }
  return new Map([...sources].sort(([, one], [, other]) => other.claims - one.claims));
}
