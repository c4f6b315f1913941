/** Which claims have a line on the page: all, or what stands out. Pressing one stores it, and every page follows. */
import { say, type Key } from '../../i18n.ts';
import { choose, type Change, type Settings } from '../../settings/schema.ts';
import { button, element } from '../../ui/element.ts';

const WORDS: Record<Settings['lines'], Key> = { all: 'marked_all', 'standing-out': 'marked_standing_out' };

export function linesSwitch({ lines }: Settings, save: (change: Change) => void): HTMLElement {
  const choices = Object.entries(WORDS).map(([which, words]) => {
    const made = button('', say(words), () => save(choose('lines', which as Settings['lines'])));
    // Named, so that it keeps the focus when the popup is shown anew.
    made.value = `lines ${which}`;
    made.ariaPressed = String(which === lines);
    return made;
  });
  return element(
    'div',
    { class: 'lines', title: say('marked_hint') },
    element('span', { id: 'lines' }, say('marked')),
    element('span', { class: 'choices', role: 'group', 'aria-labelledby': 'lines' }, ...choices),
  );
}
