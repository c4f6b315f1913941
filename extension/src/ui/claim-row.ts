/** A claim in a list: its line, its words, how far away it is and who told whom. */
import { sentenceOf } from '../claims/claim-sentence.ts';
import { endsNameless, lineFor } from '../claims/depth.ts';
import { depthWords, perhapsWords } from '../i18n.ts';
import type { ListedClaim } from '../messages.ts';
import { element } from './element.ts';

/** The claim as a button, which the Tab key passes by; its value is the claim's id. */
export function claimRow(claim: ListedClaim): HTMLButtonElement {
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
      // One hand alone stands above the claim already.
      ...(claim.depth > 1 ? [' · ', element('bdi', {}, sentenceOf(claim.hands, ''))] : []),
    ),
  );
}
