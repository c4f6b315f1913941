/** What can be done with a text that was read: go from claim to claim, change it, pass it on, keep its claims. */
import { say } from '../../extension/src/i18n.ts';
import { button, element } from '../../extension/src/ui/element.ts';
import { exportMenu } from '../../extension/src/ui/export-menu.ts';
import type { Paper } from './paper.ts';

export interface ToolActions {
  edit(): void;
  copyLink(): void;
}

/** @param name stands in the names of files. */
export function toolsFor(paper: Paper, name: string, { edit, copyLink }: ToolActions): HTMLElement {
  const hasClaims = paper.claims.length > 0;
  const steps = [
    step('‹', say('card_previous'), () => paper.step(-1)),
    step('›', say('card_next'), () => paper.step(1)),
  ];
  for (const made of steps) made.disabled = !hasClaims;
  return element(
    'div',
    { class: 'tools' },
    element('span', { class: 'steps' }, ...steps),
    button('textual', 'Edit', edit),
    button('textual', 'Copy link', copyLink),
    ...(hasClaims ? exportMenu(name, async () => paper.exported) : []),
  );
}

function step(sign: string, name: string, press: () => void): HTMLButtonElement {
  const made = button('button', sign, press);
  made.ariaLabel = made.title = name;
  return made;
}
