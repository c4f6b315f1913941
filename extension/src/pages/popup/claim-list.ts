/**
 * The claims of the page, under the hand nearest to it. Pointing at one shows it on the page, pressing one goes there.
 * The list is one stop of the Tab key; inside it the arrow keys move.
 */
import { isNameless } from '../../claims/depth.ts';
import { groupByNearestHand, type Group } from '../../claims/groups.ts';
import { handName } from '../../claims/hand-name.ts';
import { digits, say } from '../../i18n.ts';
import type { ListedClaim } from '../../messages.ts';
import { claimRow } from '../../ui/claim-row.ts';
import { connectClaims, type ClaimTracing } from '../../ui/claim-tracing.ts';
import { element } from '../../ui/element.ts';
import { oneStop } from '../../ui/roving-tabindex.ts';
import { sourceIcon } from '../../ui/source-icon.ts';

export function claimList(claims: readonly ListedClaim[], onPage: ClaimTracing): HTMLElement {
  const groups = groupByNearestHand(claims).map(group);
  const list = element('section', { class: 'list' }, element('h2', { class: 'spoken' }, say('popup_list')), ...groups);
  connectClaims(list, onPage);
  oneStop(list, '.claim');
  return list;
}

function group({ hand, claims }: Group): HTMLElement {
  const name = hand ? handName(hand) : say('popup_this_page');
  const kind = hand === null || hand.type === 'unspecified' ? 'ours' : hand.named ? 'named' : 'described';
  return element(
    'section',
    { class: `group ${kind}`, 'data-nameless': hand !== null && isNameless(hand) },
    element(
      'h3',
      {},
      sourceIcon(hand?.type ?? 'page'),
      element('bdi', { class: 'name', title: name }, name),
      element('span', { class: 'spoken' }, hand && kind !== 'ours' ? `, ${say(`type_${hand.type}`)}, ` : ', '),
      element('span', { class: 'number' }, digits(claims.length)),
    ),
    element('ul', {}, ...claims.map((claim) => element('li', {}, claimRow(claim)))),
  );
}
