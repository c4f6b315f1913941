/** The lessons: short articles to say of who said what and how many hands it came through, before the lines are drawn. */
import { element } from '../look/element.ts';
import { glyph } from '../look/glyph.ts';
import { declareLanguage } from '../look/own-language.ts';
import { readHere } from '../read-here.ts';
import { say } from '../words.ts';
import { showLesson } from './lesson.ts';

declareLanguage();
document.title = say('lessons_title');

const main = element('main');
document.body.append(
  element('header', { role: 'banner' }, element('p', { class: 'brand' }, glyph(20), say('extension_name')), element('h1', {}, say('lessons_title')), element('p', { class: 'lead' }, say('lessons_lead'))),
  main,
);

let showing = new AbortController();
addEventListener('hashchange', show);
show();

/** The address names the lesson: `lessons.html#3`. */
function show(): void {
  showing.abort();
  showing = new AbortController();
  showLesson(main, Number(location.hash.slice(1)), { read: (_, __, signal) => readHere(signal), link: (number) => `#${number}` }, showing.signal);
}
