/** The claims that came through a hand, in a sheet at the foot of the panel, so that the map stays in sight. */
import { count, say } from '../../i18n.ts';
import type { ListedClaim } from '../../messages.ts';
import { claimRow } from '../claim-row.ts';
import { connectClaims, type ClaimTracing } from '../claim-tracing.ts';
import { button, element } from '../element.ts';
import { oneStop } from '../roving-tabindex.ts';

/** What was chosen, in the map or in the list. */
export interface ChosenHand {
  name: string;
  claims: ListedClaim[];
  /** Takes the focus back to where it was chosen. */
  back(): void;
}

export interface SheetActions extends ClaimTracing {
  /** What is to stand below a claim, beside what the page says. */
  below?(claim: ListedClaim): Promise<HTMLElement[]>;
}

export interface Sheet {
  node: HTMLElement;
  show(choice: ChosenHand): void;
}

/** `closed` is called when the reader has closed it. */
export function sheet(onPage: SheetActions, closed: () => void): Sheet {
  const heading = element('h2', { id: 'chosen', tabindex: -1 });
  const list = element('div', { class: 'claims' });
  const node = element(
    'section',
    { class: 'chosen', 'aria-labelledby': 'chosen', hidden: true },
    element('header', {}, heading, button('textual', say('panel_close'), close)),
    list,
  );
  let back = () => {};

  function close() {
    if (node.hidden) return;
    node.hidden = true;
    onPage.trace(null);
    closed();
    back();
  }

  connectClaims(list, onPage);
  node.addEventListener('keydown', ({ key }) => key === 'Escape' && close());

  return {
    node,
    show(choice) {
      back = choice.back;
      heading.replaceChildren(count('panel_through', choice.claims.length, choice.name));
      const rows = element('ul', {}, ...choice.claims.map((claim) => row(claim, onPage)));
      oneStop(rows, '.claim');
      list.replaceChildren(rows);
      node.hidden = false;
      list.scrollTop = 0;
      heading.focus({ preventScroll: true });
    },
  };
}

function row(claim: ListedClaim, { below }: SheetActions): HTMLElement {
  const made = element('li', {}, claimRow(claim));
  void below?.(claim).then((more) => made.append(...more));
  return made;
}
