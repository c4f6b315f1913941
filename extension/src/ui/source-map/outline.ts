/**
 * The map in words: the same hands as a list, each with those it had it from under it, and a way to their claims. It is
 * one stop of the Tab key.
 */
import { isNameless } from '../../claims/depth.ts';
import { handName } from '../../claims/hand-name.ts';
import { digits, say } from '../../i18n.ts';
import type { ListedClaim } from '../../messages.ts';
import { element } from '../element.ts';
import { oneStop } from '../roving-tabindex.ts';
import { sourceIcon } from '../source-icon.ts';
import type { ChosenHand } from './hand-sheet.ts';
import { branchesOf, type Branch } from './source-tree.ts';

export function inWords(claims: readonly ListedClaim[], choose: (choice: ChosenHand) => void): HTMLElement {
  const own = claims.filter(({ hands }) => hands.length === 0);
  const rows = branchesOf(claims).map((branch) => item(branch, choose));
  if (own.length > 0)
    rows.push(element('li', {}, row('ours', sourceIcon('page'), say('popup_this_page'), own, choose)));
  const list = element('ul', {}, ...rows);
  oneStop(list, '.way');
  return element('section', { class: 'in-words' }, element('h2', {}, say('panel_words')), list);
}

function item({ hand, perhaps, claims, branches }: Branch, choose: (choice: ChosenHand) => void): HTMLElement {
  const kind = hand.type === 'unspecified' ? 'ours' : hand.named ? 'named' : 'described';
  const icon = sourceIcon(hand.type);
  const made = row(kind, icon, handName(hand), claims, choose);
  if (perhaps) made.querySelector('bdi')?.before(element('em', {}, `${say('panel_perhaps')} `));
  made.dataset['nameless'] = String(isNameless(hand));
  const beyond = branches.map((branch) => item(branch, choose));
  return element('li', {}, made, beyond.length > 0 ? element('ul', {}, ...beyond) : null);
}

function row(
  kind: string,
  icon: Node,
  name: string,
  claims: ListedClaim[],
  choose: (choice: ChosenHand) => void,
): HTMLElement {
  const made = element(
    'button',
    { type: 'button', class: `way ${kind}` },
    icon,
    element('span', {}, element('bdi', {}, name)),
    element('span', { class: 'number' }, digits(claims.length)),
  );
  made.addEventListener('click', () => choose({ name, claims, back: () => made.focus({ preventScroll: true }) }));
  return made;
}
