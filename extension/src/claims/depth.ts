/**
 * What a chain of hands comes to where it is shown: which of the three lines, and whether it ends without a name.
 * The page and the lists ask here, so that their lines, dots and counts agree.
 */
import type { Hop } from 'hearsay';

/** What has to be known of a hand. */
export type Hand = Pick<Hop, 'type' | 'anonymous' | 'link'>;

/** One line, two lines, a heavy rule; no line where the page itself is the source. */
export type Line = 0 | 1 | 2 | 3;

/** The line for a depth: three stands for three or more. */
export function lineFor(depth: number): Line {
  return Math.min(depth, 3) as Line;
}

/** The last hand that counts into the depth. A hand given for another claim only does not. */
export function lastCounted<Some extends Hand>(hands: readonly Some[]): Some | undefined {
  return hands.findLast(({ link }) => link !== 'inherited');
}

/** Whether the page keeps this hand's name, or knows nobody. */
export function isNameless({ type, anonymous }: Hand): boolean {
  return anonymous || type === 'anonymous_individual' || type === 'anonymous_collective' || type === 'unspecified';
}

/** Whether a claim's way ends with somebody without a name: the dots. */
export function endsNameless(hands: readonly Hand[]): boolean {
  const last = lastCounted(hands);
  return last !== undefined && isNameless(last);
}

/** Whether a claim stands out: it came through several hands, or its way ends without a name. The others are plain. */
export function standsOut(hands: readonly Hand[]): boolean {
  return hands.filter(({ link }) => link !== 'inherited').length > 1 || endsNameless(hands);
}
