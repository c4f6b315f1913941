/** Whether two mentions are the same hand, and by which words it goes. Pure. */
import type { ListedClaim, ListedHand } from '../protocol.ts';

/** What may stand in front of a description without making it another's: `a statement`, `the statement`. */
const DETERMINER = /^(?:an?|the|this|that|these|those|its|his|her|their)\s+/;

/**
 * Two mentions with the same words are one hand. A description may begin a sentence, and have a capital there, and has
 * another article when it comes back.
 */
export function identity({ label, named, type }: ListedHand): string {
  if (type === 'unspecified') return 'nobody';
  return named ? `named ${label}` : `described ${described(label)}`;
}

/** The same claims, with every hand by the words of its first mention, or by the fuller of two forms. */
export function withOneLabelEach(claims: readonly ListedClaim[]): ListedClaim[] {
  const first = new Map<string, ListedHand>();
  for (const { hands } of claims) for (const hand of hands) if (!first.has(identity(hand))) first.set(identity(hand), hand);
  const offices = [...first.values()].filter(({ named, type }) => !named && type === 'institution');
  const oneLabel = (hand: ListedHand): ListedHand => ({ ...hand, label: fullest(first.get(identity(hand)) ?? hand, offices).label });
  return claims.map((claim) => ({ ...claim, hands: claim.hands.map(oneLabel) }));
}

/** `Federal prosecutors` for `prosecutors`, where no other prosecutors are on the page. People without a name stay apart. */
function fullest(hand: ListedHand, offices: readonly ListedHand[]): ListedHand {
  if (!offices.includes(hand)) return hand;
  const short = described(hand.label);
  const [fuller, ...others] = offices.filter(({ label }) => described(label).endsWith(` ${short}`));
  return fuller !== undefined && others.length === 0 ? fuller : hand;
}

function described(label: string): string {
  return label.toLowerCase().replace(DETERMINER, '');
}
