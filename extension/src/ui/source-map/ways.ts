/** The ways of the page's claims, as the source map draws them. Pure but for the words. */
import type { Way } from 'hearsay-views';
import { isNameless } from '../../claims/depth.ts';
import { handName } from '../../claims/hand-name.ts';
import type { ListedClaim, ListedHand } from '../../messages.ts';

export function waysOf(claims: readonly ListedClaim[]): Way[] {
  return claims.map(({ id, hands }) => ({ claim: id, hands: hands.map(mapped) }));
}

function mapped(hand: ListedHand): Way['hands'][number] {
  return {
    name: handName(hand),
    described: !hand.named && hand.type !== 'unspecified',
    nameless: isNameless(hand),
    perhaps: hand.link === 'inherited',
  };
}
