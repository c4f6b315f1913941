/** What a line does not say. */
import { say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';

export function limits(): HTMLElement {
  const lines = [say('welcome_not_true'), say('welcome_not_all'), say('welcome_not_noticed'), say('welcome_not_heard')];
  return element(
    'section',
    { class: 'limits' },
    element('h2', {}, say('welcome_not')),
    element('ul', {}, ...lines.map((line) => element('li', {}, line))),
  );
}
