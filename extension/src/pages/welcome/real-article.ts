/** A real article to go on with, opened as any link is, and the lessons for who would rather practise first. */
import { say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';

const ARTICLE = 'https://www.theguardian.com/world/2013/jun/06/nsa-phone-records-verizon-court-order';
const TITLE = 'NSA collecting phone records of millions of Verizon customers daily';

export function realArticle(): HTMLElement {
  return element(
    'section',
    { class: 'real', 'aria-labelledby': 'real' },
    element('h2', { id: 'real' }, say('welcome_article')),
    element('p', {}, say('welcome_article_text')),
    element(
      'p',
      {},
      element('a', { class: 'page-words', href: ARTICLE, lang: 'en', dir: 'ltr' }, TITLE),
      ' (The Guardian)',
    ),
    element('p', {}, element('a', { href: 'lessons.html' }, say('welcome_practise'))),
  );
}
