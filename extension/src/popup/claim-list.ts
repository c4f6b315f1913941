/**
 * The claims of the page, under the hand nearest to it. Pointing at one shows it on the page, pressing one goes there.
 * The list is one stop of the Tab key; inside it the arrow keys move.
 */
import { isNameless } from '../depth.ts';
import { element } from '../look/element.ts';
import { sourceIcon } from '../look/source-icon.ts';
import type { ListedClaim } from '../protocol.ts';
import { claimRow } from '../listed/claim-row.ts';
import { groupByNearestHand, type Group } from '../listed/groups.ts';
import { handName } from '../listed/hand-name.ts';
import { digits, say } from '../words.ts';

export function claimList(
  claims: readonly ListedClaim[],
  visit: (claim: string) => void,
  showOnPage: (claim: string | null) => void,
): HTMLElement {
  const groups = groupByNearestHand(claims).map(group);
  const list = element('section', { class: 'list' }, element('h2', { class: 'spoken' }, say('popup_list')), ...groups);
  const first = list.querySelector<HTMLButtonElement>('.claim');
  if (first) first.tabIndex = 0;

  let traced: string | null = null;
  const trace = (claim: string | null) => {
    if (claim !== traced) showOnPage((traced = claim));
  };
  list.addEventListener('pointerover', ({ target }) => trace(claimUnder(target)?.value ?? null));
  list.addEventListener('pointerleave', () => trace(null));
  list.addEventListener('focusin', (event) => {
    const claim = claimUnder(event.target);
    if (!claim) return;
    for (const other of list.querySelectorAll<HTMLElement>('.claim[tabindex="0"]')) other.tabIndex = -1;
    claim.tabIndex = 0;
    if (claim.matches(':focus-visible')) trace(claim.value);
  });
  list.addEventListener('focusout', () => trace(null));
  list.addEventListener('click', (event) => {
    const claim = claimUnder(event.target);
    if (claim) visit(claim.value);
  });
  list.addEventListener('keydown', (event) => {
    const target = neighbour(list, claimUnder(event.target), event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
  });
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

function claimUnder(target: EventTarget | null): HTMLButtonElement | null {
  return target instanceof Element ? target.closest<HTMLButtonElement>('.claim') : null;
}

/** Where a key leads from a claim. */
function neighbour(list: HTMLElement, claim: HTMLElement | null, key: string): HTMLElement | undefined {
  if (!claim) return undefined;
  const claims = [...list.querySelectorAll<HTMLElement>('.claim')];
  const place = claims.indexOf(claim);
  switch (key) {
    case 'ArrowDown':
      return claims[place + 1];
    case 'ArrowUp':
      return claims[place - 1];
    case 'Home':
      return claims[0];
    case 'End':
      return claims.at(-1);
    default:
      return undefined;
  }
}
