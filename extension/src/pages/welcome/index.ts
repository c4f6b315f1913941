/**
 * The welcome page: why one wants it, a piece of an article to try it on, what the lines say and what they do not, where to
 * read, and a real article to go on with.
 */
import { say } from '../../i18n.ts';
import type { Change } from '../../settings/schema.ts';
import { loadSettings, onSettingsChange, saveSettings } from '../../settings/storage.ts';
import { declareLanguage } from '../../ui/document-language.ts';
import { button, element } from '../../ui/element.ts';
import { everywhereChoice } from '../../ui/everywhere-choice.ts';
import { glyph } from '../../ui/logo.ts';
import { specimen } from './demo-article.ts';
import { key } from './legend.ts';
import { limits } from './limits.ts';
import { pin } from './pin-button.ts';
import { realArticle } from './real-article.ts';

declareLanguage();
document.title = say('welcome_title');

const told = element('p', { class: 'told', role: 'status' });
const where = everywhereChoice('where-title', save);
const { node: article, read, showOne } = specimen();

// The specimen is read as any page is: what stands around it is declared to be around it.
document.body.append(
  element(
    'header',
    { role: 'banner' },
    element('p', { class: 'brand' }, glyph(20), say('extension_name')),
    element('h1', {}, say('welcome_question')),
    element('p', { class: 'lead' }, say('welcome_lead')),
    element('p', { class: 'lead' }, say('welcome_english')),
  ),
  element(
    'main',
    {},
    article,
    element('p', { class: 'hint mouse' }, say('welcome_try')),
    element('p', { class: 'hint touch' }, say('welcome_try_touch')),
    button('button', say('welcome_show_one'), showOne),
  ),
  element('aside', { class: 'two', 'aria-label': say('welcome_lines') }, key(), limits()),
  element(
    'footer',
    { class: 'two' },
    element(
      'section',
      {},
      element('h2', { id: 'where-title' }, say('options_where')),
      where.node,
      button('textual', say('welcome_options'), () => void chrome.runtime.openOptionsPage()),
    ),
    element(
      'div',
      {},
      pin(),
      element('section', {}, element('h2', {}, say('privacy_title')), element('p', {}, say('privacy'))),
    ),
    realArticle(),
  ),
  told,
);
where.show(await loadSettings());
onSettingsChange(where.show);
read();

async function save(...changes: Change[]): Promise<boolean> {
  try {
    await saveSettings(changes);
    told.textContent = '';
    return true;
  } catch {
    told.textContent = say('not_saved');
    where.show(await loadSettings());
    return false;
  }
}
