/** What is done with what it reads: nothing. */
import { element } from '../look/element.ts';
import { say } from '../words.ts';
import { section, type Section } from './section.ts';

export function privacy(): Section {
  return section('private', say('privacy_title'), [element('p', {}, say('privacy'))]);
}
