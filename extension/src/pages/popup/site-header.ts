/**
 * The head of the popup: the site, the switch with its word, the reason it stands as it does, and the one way to
 * change that reason. Made once and changed in place, so that the switch keeps the focus and its knob can move.
 */
import { say } from '../../i18n.ts';
import type { Rule } from '../../settings/schema.ts';
import { element } from '../../ui/element.ts';

export interface Head {
  title: string;
  /** How the switch stands, and the word beside it. */
  on: boolean;
  word: string;
  canTurn: boolean;
  reason: string;
  change: { label: string; press: () => void } | null;
}

export interface SiteHeader {
  node: HTMLElement;
  show(head: Head): void;
}

/** `turn` is called when the reader turns the switch. */
export function siteHeader(turn: (to: Rule) => void): SiteHeader {
  const name = element('h1');
  const word = element('span');
  const knob = element('input', {
    type: 'checkbox',
    role: 'switch',
    class: 'switch',
    'aria-label': say('popup_switch'),
    'aria-describedby': 'why',
  });
  const why = element('span', { id: 'why' });
  const change = element('button', { type: 'button', class: 'textual' });
  let press = () => {};
  knob.addEventListener('change', () => turn(knob.checked ? 'on' : 'off'));
  change.addEventListener('click', () => {
    press();
    // The button may be gone with what it changed; the focus stays near.
    knob.focus();
  });

  return {
    node: element(
      'header',
      { class: 'site' },
      element('div', { class: 'row' }, name, element('label', {}, word, knob)),
      element('p', { class: 'why' }, why, change),
    ),
    show(head) {
      name.replaceChildren(...breakable(head.title));
      word.textContent = head.word;
      knob.checked = head.on;
      knob.disabled = !head.canTurn;
      why.textContent = head.reason;
      change.hidden = head.change === null;
      change.textContent = head.change?.label ?? '';
      press = head.change?.press ?? press;
    },
  };
}

/** A long host may break after each dot. */
function breakable(host: string): (Node | string)[] {
  return host.split(/(?<=\.)/).flatMap((label, place) => (place === 0 ? [label] : [element('wbr'), label]));
}
