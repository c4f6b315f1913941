/** How to keep the button in the toolbar, where a browser has one. */
import { inFirefox } from '../../browser/in-firefox.ts';
import { say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';

export function pin(): HTMLElement {
  return element(
    'section',
    { class: 'pin mouse' },
    element('h2', {}, say('welcome_pin')),
    element('p', {}, say(inFirefox ? 'welcome_pin_firefox' : 'welcome_pin_chrome')),
  );
}
