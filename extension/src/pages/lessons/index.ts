/** The lessons: short articles to say of who said what and how many hands it came through, before the lines are drawn. */
import { say } from '../../i18n.ts';
import { showLesson } from '../../lessons/lesson.ts';
import { declareLanguage } from '../../ui/document-language.ts';
import { element } from '../../ui/element.ts';
import { glyph } from '../../ui/logo.ts';
import { readHere } from '../read-own-page.ts';

declareLanguage();
document.title = say('lessons_title');

const main = element('main');
document.body.append(
  element(
    'header',
    { role: 'banner' },
    element('p', { class: 'brand' }, glyph(20), say('extension_name')),
    element('h1', {}, say('lessons_title')),
    element('p', { class: 'lead' }, say('lessons_lead')),
  ),
  main,
);

let showing = new AbortController();
addEventListener('hashchange', show);
show();

/** The address names the lesson: `lessons.html#3`. */
function show(): void {
  showing.abort();
  showing = new AbortController();
  showLesson(
    main,
    Number(location.hash.slice(1)),
    { read: (_, __, signal) => readHere(signal), link: (number) => `#${number}` },
    showing.signal,
  );
}
