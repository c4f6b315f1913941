/**
 * The options: everything that can be set, on one page, and saved at once. It keeps nothing of its own: storage says
 * what is set, and each change of it is shown, whoever made it.
 */
import { element } from '../look/element.ts';
import { glyph } from '../look/glyph.ts';
import { declareLanguage } from '../look/own-language.ts';
import { loadSettings, onSettingsChange, privateEntries, saveSettings, takeOutUnreadable } from '../settings-store.ts';
import type { Change, Settings } from '../settings.ts';
import { say } from '../words.ts';
import { about } from './about.ts';
import { contents } from './contents.ts';
import { keys } from './keys.ts';
import { look } from './look.ts';
import { marked } from './marked.ts';
import { privacy } from './privacy.ts';
import { reset } from './reset.ts';
import type { Section } from './section.ts';
import { where } from './where.ts';

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
