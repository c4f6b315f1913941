/** Whether two mentions are the same hand, and by which words it goes. Pure. */
import type { ListedClaim, ListedHand } from '../messages.ts';

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
  const labels = new Map<string, string>();
  const offices = new Set<string>();
  for (const hand of claims.flatMap(({ hands }) => hands)) {
    const key = identity(hand);
    if (labels.has(key)) continue;
    labels.set(key, hand.label);
    if (!hand.named && hand.type === 'institution') offices.add(hand.label);
  }
  const fuller = fullerForms(offices);
  const oneLabel = (hand: ListedHand): ListedHand => {
    const label = labels.get(identity(hand)) ?? hand.label;
    return { ...hand, label: (offices.has(label) && fuller.get(described(label))) || label };
  };
  return claims.map((claim) => ({ ...claim, hands: claim.hands.map(oneLabel) }));
}

/**
 * `Federal prosecutors` for `prosecutors`; null where two offices end so, and it could be either. People without a name
 * stay apart.
 */
function fullerForms(offices: ReadonlySet<string>): ReadonlyMap<string, string | null> {
  const forms = new Map<string, string | null>();
  for (const office of offices) {
    const words = described(office).split(' ');
    for (let from = 1; from < words.length; from++) {
      const ending = words.slice(from).join(' ');
      forms.set(ending, forms.has(ending) ? null : office);
    }
  }
  return forms;
}

function described(label: string): string {
  return label.toLowerCase().replace(DETERMINER, '');
}
