/** A claim in a list: its line, its words, how far away it is and where it comes from. */
import { endsNameless, lineFor } from '../depth.ts';
import { element } from '../look/element.ts';
import type { ListedClaim } from '../protocol.ts';
import { depthWords, perhapsWords, say } from '../words.ts';
import { handName } from './hand-name.ts';
import { originOf } from './summary.ts';

/** The claim as a button, which the Tab key passes by; its value is the claim's id. */
export function claimRow(claim: ListedClaim): HTMLButtonElement {
  const origin = originOf(claim);
  const way = [depthWords(claim.depth), perhapsWords(claim.depth, claim.depthMax)].filter((words) => words !== null);
  return element(
    'button',
    { type: 'button', class: 'claim', value: claim.id, tabindex: -1 },
    element('span', { class: 'rule', 'data-depth': lineFor(claim.depth), 'data-unnamed': endsNameless(claim.hands) }),
    element('span', { class: 'page-words' }, claim.words),
    element(
      'small',
      {},
      way.join(', '),
      ...(origin ? [' · ', element('bdi', {}, say('popup_origin', handName(origin)))] : []),
    ),
  );
}
