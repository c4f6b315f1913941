/** What’s new: the project’s own changelog, for a reader who asks for it. It is never shown by itself. */
import changelog from '../../../../CHANGELOG.md';
import { language, say } from '../../i18n.ts';
import { declareLanguage } from '../../ui/document-language.ts';
import { element } from '../../ui/element.ts';
import { glyph } from '../../ui/logo.ts';
import { readChangelog, type List, type Run, type Version } from './changelog.ts';

declareLanguage();
document.title = say('whats_new_title');
document.body.append(
  element('header', {}, glyph(24), element('h1', {}, say('whats_new_title'))),
  // The changelog is English.
  element('main', { lang: 'en', dir: 'ltr' }, ...readChangelog(changelog).map(versionOf)),
);

function versionOf({ name, lists }: Version): HTMLElement {
  // Whoever reads this has it: to them nothing is unreleased.
  const isThis = name === 'Unreleased';
  const title = isThis ? say('whats_new_now', chrome.runtime.getManifest().version) : name;
  const heading = element('h2', isThis ? { lang: language(), dir: say('direction') } : {}, title);
  return element('section', {}, heading, ...lists.flatMap(listOf));
}

function listOf({ title, items }: List): HTMLElement[] {
  return [element('h3', {}, title), element('ul', {}, ...items.map((runs) => element('li', {}, ...runs.map(wordsOf))))];
}

function wordsOf({ words, isCode, isEmphasis, href }: Run): Node | string {
  if (isEmphasis) return element('em', {}, words);
  if (isCode) return element('code', {}, words);
  return href === undefined ? words : element('a', { href }, words);
}
