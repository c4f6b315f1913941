/**
 * The options: everything that can be set, on one page, and saved at once. It keeps nothing of its own: storage says
 * what is set, and each change of it is shown, whoever made it.
 */
import { say } from '../../i18n.ts';
import type { Change, Settings } from '../../settings/schema.ts';
import {
  loadSettings,
  onSettingsChange,
  privateEntries,
  saveSettings,
  takeOutUnreadable,
} from '../../settings/storage.ts';
import { declareLanguage } from '../../ui/document-language.ts';
import { element } from '../../ui/element.ts';
import { glyph } from '../../ui/logo.ts';
import { about } from './about.ts';
import { look } from './appearance.ts';
import { keys } from './keyboard-shortcuts.ts';
import { marked } from './marked-claims.ts';
import { privacy } from './privacy.ts';
import { reset } from './reset.ts';
import type { Section } from './section.ts';
import { contents } from './table-of-contents.ts';
import { where } from './where-it-reads.ts';

declareLanguage();
document.title = say('options_title');

const notice = element('p', { class: 'told', role: 'status' });
/** Some browsers show this page in a private window too. */
const isPrivate = chrome.extension.inIncognitoContext;
let settings = await load();
const keySection = await keys();
const sections: Section[] = [
  where(save, tell),
  marked(save),
  look(save),
  ...(keySection === null ? [] : [keySection]),
  privacy(),
  reset(save, () => settings),
  about(),
];

document.body.append(
  element(
    'div',
    { class: 'wrap' },
    element('header', {}, glyph(24), element('h1', {}, say('options_title'))),
    contents(sections),
    element('main', {}, ...sections.map(({ node }) => node)),
  ),
  notice,
);
show(settings);
onSettingsChange(show, isPrivate ? privateEntries : undefined);
if (await takeOutUnreadable()) tell(say('settings_unreadable'));

function load() {
  return loadSettings(isPrivate ? privateEntries() : {});
}

function show(now: Settings) {
  settings = now;
  for (const section of sections) section.show(now);
}

/** Saves at once. What the browser does not keep is shown as it was. */
async function save(...changes: Change[]): Promise<boolean> {
  tell('');
  try {
    await saveSettings(changes, isPrivate);
    return true;
  } catch {
    tell(say('not_saved'));
    show(await load());
    return false;
  }
}

function tell(words: string) {
  notice.textContent = words;
}
