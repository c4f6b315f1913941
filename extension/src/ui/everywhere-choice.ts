/** The choice of where it reads: on every article, or only on sites that are turned on. */
import { say } from '../i18n.ts';
import { choose, type Rule, type Save, type Settings } from '../settings/schema.ts';
import { element } from './element.ts';

/** The two choices; `labelledBy` is the id of the heading above them. */
export function everywhereChoice(
  labelledBy: string,
  save: Save,
): { node: HTMLElement; show(settings: Settings): void } {
  const choices = [
    choice('on', say('options_everywhere_on'), say('options_everywhere_on_hint')),
    choice('off', say('options_everywhere_off'), say('options_everywhere_off_hint')),
  ];
  return {
    node: element('div', { role: 'radiogroup', 'aria-labelledby': labelledBy }, ...choices.map(({ node }) => node)),
    show: ({ everywhere }) => choices.forEach(({ radio }) => (radio.checked = radio.value === everywhere)),
  };

  function choice(value: Rule, words: string, hint: string) {
    const radio = element('input', {
      type: 'radio',
      name: 'everywhere',
      value,
      'aria-describedby': `everywhere-${value}`,
    });
    radio.addEventListener('change', () => void save(choose('everywhere', value)));
    const node = element(
      'label',
      { class: 'choice' },
      radio,
      element('span', {}, words),
      element('small', { id: `everywhere-${value}` }, hint),
    );
    return { radio, node };
  }
}
