/** The claims that came through a hand, in a sheet at the foot of the panel, so that the map stays in sight. */
import { button, element } from '../look/element.ts';
import { claimRow } from '../listed/claim-row.ts';
import type { ListedClaim } from '../protocol.ts';
import { count, say } from '../words.ts';

/** What was chosen, in the map or in the list. */
export interface Choice {
  name: string;
  claims: ListedClaim[];
  /** Takes the focus back to where it was chosen. */
  back(): void;
}

export interface Deeds {
  visit(claim: string): void;
  /** Shows a claim on the page, or none. */
  trace(claim: string | null): void;
  closed(): void;
}

export interface Sheet {
  node: HTMLElement;
  show(choice: Choice): void;
  close(): void;
}

export function sheet({ visit, trace, closed }: Deeds): Sheet {
  const heading = element('h2', { id: 'chosen', tabindex: -1 });
  const list = element('ul');
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
    trace(null);
    closed();
    back();
  }

  const under = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLButtonElement>('.claim') : null);
  list.addEventListener('pointerover', ({ target }) => trace(under(target)?.value ?? null));
  list.addEventListener('pointerleave', () => trace(null));
  list.addEventListener('focusin', ({ target }) => trace(under(target)?.value ?? null));
  list.addEventListener('click', ({ target }) => {
    const claim = under(target);
    if (claim) visit(claim.value);
  });
  node.addEventListener('keydown', ({ key }) => key === 'Escape' && close());

  return {
    node,
    show(choice) {
      back = choice.back;
      heading.replaceChildren(count('panel_through', choice.claims.length, choice.name));
      list.replaceChildren(
        ...choice.claims.map((claim) => {
          const row = claimRow(claim);
          row.tabIndex = 0;
          return element('li', {}, row);
        }),
      );
      node.hidden = false;
      list.scrollTop = 0;
      heading.focus({ preventScroll: true });
    },
    close,
  };
}
