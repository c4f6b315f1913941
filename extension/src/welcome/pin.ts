/** How to keep the button in the toolbar, where a browser has one. */
import { inFirefox } from '../content/in-firefox.ts';
import { element } from '../look/element.ts';
import { say } from '../words.ts';

export function pin(): HTMLElement {
  return element('section', { class: 'pin mouse' }, element('h2', {}, say('welcome_pin')), element('p', {}, say(inFirefox ? 'welcome_pin_firefox' : 'welcome_pin_chrome')));
}
