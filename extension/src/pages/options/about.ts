/** Which version this is, and the way to what changed in it. */
import { say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';
import { section, type Section } from './section.ts';

export function about(): Section {
  const { version } = chrome.runtime.getManifest();
  return section('about', say('options_about'), [
    element(
      'p',
      { class: 'transfer' },
      element('span', {}, say('options_version', version)),
      element('a', { class: 'textual', href: 'whats-new.html' }, say('whats_new_title')),
    ),
  ]);
}
