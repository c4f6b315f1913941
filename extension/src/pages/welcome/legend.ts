/** The lines with what they mean: how depth is counted. */
import { say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';

export function key(): HTMLElement {
  const rows: [depth: number, words: string, nameless?: true][] = [
    // The first two are what most articles have.
    [1, say('welcome_line_1')],
    [1, say('welcome_line_unnamed'), true],
    [2, say('welcome_line_2')],
    [3, say('welcome_line_3')],
  ];
  const items = rows.map(([depth, words, nameless = false]) =>
    element(
      'li',
      {},
      element('span', { class: 'rule', 'data-depth': depth, 'data-unnamed': nameless, 'aria-hidden': 'true' }),
      element('span', {}, words),
    ),
  );
  return element('section', { class: 'key' }, element('h2', {}, say('welcome_lines')), element('ul', {}, ...items));
}
