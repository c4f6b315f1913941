/** The keys as they are set in the browser, and the way to where they are changed. */
import { say, type Key } from '../../i18n.ts';
import { button, element } from '../../ui/element.ts';
import { section, type Section } from './section.ts';

const COMMANDS: readonly [command: string, words: Key][] = [
  ['next-claim', 'command_next'],
  ['previous-claim', 'command_previous'],
  ['toggle-site', 'command_toggle'],
  ['open-panel', 'command_panel'],
];

/** Null where the browser has no keys for extensions: on a phone. */
export async function keys(): Promise<Section | null> {
  const set = await chrome.commands?.getAll();
  if (set === undefined) return null;
  const rows = COMMANDS.map(([command, words]) => {
    const shortcut = set.find(({ name }) => name === command)?.shortcut || null;
    return element(
      'div',
      { class: 'field' },
      element('span', {}, say(words)),
      shortcut === null ? element('span', { class: 'hint' }, say('options_no_key')) : element('kbd', {}, shortcut),
    );
  });
  return section('keys', say('options_keys'), [
    ...rows,
    element('p', { class: 'transfer' }, button('textual', say('options_change_keys'), openShortcuts)),
  ]);
}

function openShortcuts(): void {
  const { openShortcutSettings } = chrome.commands as { openShortcutSettings?: () => Promise<void> };
  // Chrome has a page for it and no function.
  if (openShortcutSettings) void openShortcutSettings();
  else void chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
