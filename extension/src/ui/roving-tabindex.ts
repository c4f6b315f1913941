/** A list of buttons as one stop of the Tab key, however long it is; inside it the arrow keys move. */
import { under } from './event-target.ts';

/** `buttons` is a selector for them. Buttons that come later are found too, but the first must be there. */
export function oneStop(list: HTMLElement, buttons: string): void {
  const all = () => [...list.querySelectorAll<HTMLElement>(buttons)];
  all().forEach((button, place) => (button.tabIndex = place === 0 ? 0 : -1));
  list.addEventListener('focusin', ({ target }) => {
    const button = under(target, buttons);
    if (!button) return;
    for (const other of list.querySelectorAll<HTMLElement>('[tabindex="0"]')) other.tabIndex = -1;
    button.tabIndex = 0;
  });
  list.addEventListener('keydown', (event) => {
    const button = under(event.target, buttons);
    const next = button && neighbour(all(), button, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** Where a key leads from a button. */
function neighbour(buttons: HTMLElement[], button: HTMLElement, key: string): HTMLElement | undefined {
  const place = buttons.indexOf(button);
  switch (key) {
    case 'ArrowDown':
      return buttons[place + 1];
    case 'ArrowUp':
      return buttons[place - 1];
    case 'Home':
      return buttons[0];
    case 'End':
      return buttons.at(-1);
    default:
      return undefined;
  }
}
