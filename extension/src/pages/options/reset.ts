/** Putting everything back as it was at first, after being asked once more. */
import { say } from '../../i18n.ts';
import { resetAll, type Save, type Settings } from '../../settings/schema.ts';
import { button, element } from '../../ui/element.ts';
import { section, type Section } from './section.ts';

export function reset(save: Save, settings: () => Settings): Section {
  const title = element('h2', { id: 'reset-question' }, say('options_reset_question'));
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'reset-question' },
    title,
    element('p', {}, say('options_reset_text')),
    element(
      'p',
      { class: 'acts' },
      button('button main', say('options_reset'), putBack),
      button('button', say('options_keep'), () => dialog.close()),
    ),
  );
  function putBack() {
    dialog.close();
    void save(...resetAll(settings()));
  }
  const ask = button('button', say('options_reset_ask'), () => dialog.showModal());
  return section('reset', say('options_reset_title'), [
    element('p', { class: 'hint' }, say('options_reset_text')),
    ask,
    dialog,
  ]);
}
