/** What is done with what it reads: nothing. */
import { say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';
import { section, type Section } from './section.ts';

export function privacy(): Section {
  return section('private', say('privacy_title'), [element('p', {}, say('privacy'))]);
}
