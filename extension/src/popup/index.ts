/**
 * The popup: what Hearsay found on the page of the active tab, and whether it reads this site. It keeps nothing of its
 * own: the page says what it is, storage says what is set, and each change of either is shown.
 */
import { button, element } from '../look/element.ts';
import { loadSettings, onSettingsChange, saveSetting } from '../settings-store.ts';
import { choose, rule, type Change, type Rule, type Settings } from '../settings.ts';
import { standing, turn } from '../site.ts';
import { language, say } from '../words.ts';
import { lookAt, type Sight } from './open-page.ts';
import { replaceChildren } from './replace-children.ts';
import { siteHeader, type Site } from './site-header.ts';
import { view, type Deeds } from './view.ts';

document.documentElement.lang = language();

const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
let settings = await loadSettings();
let sight: Sight = { kind: 'closed' };

const header = siteHeader(turnSite, (host) => save(rule(host, undefined)));
const main = element('main');
const foot = element('footer');
const live = element('p', { class: 'spoken', role: 'status' });

const page = tab?.id === undefined ? { ask() {}, reload() {} } : lookAt(tab.id, see);
const deeds: Deeds = { ask: page.ask, visit, reload: page.reload, resume: () => pause(false), letIn };

if (tab?.id === undefined) see(sight);
onSettingsChange((changed) => {
  settings = changed;
  showSettings();
});

/** Shows a new sight of the page. Nothing is shown before the first, so that the popup opens at its size. */
function see(seen: Sight) {
  const first = !header.node.isConnected;
  if (first) document.body.append(header.node, main, foot, live);
  sight = seen;
  replaceChildren(main, view(sight, deeds));
  showSettings();
  if (!first) live.textContent = main.querySelector('h2')?.textContent ?? '';
}

function showSettings() {
  header.show(siteOf(sight, settings));
  foot.replaceChildren(...(offersResume() ? [] : [pauseButton(settings.paused)]));
}

function siteOf(sight: Sight, settings: Settings): Site {
  switch (sight.kind) {
    case 'closed':
      return { host: null, standing: { closed: say('reason_closed') }, canTurn: false };
    case 'withheld':
      return { host: sight.host, standing: { closed: say('reason_withheld') }, canTurn: true };
    default:
      return { host: sight.host, standing: standing(sight.host, settings), canTurn: true };
  }
}

/** Whether the main part already has the button that ends the pause. */
function offersResume(): boolean {
  return settings.paused && sight.kind === 'page' && sight.state.status === 'paused';
}

function pauseButton(paused: boolean): HTMLElement {
  return button('textual', say(paused ? 'popup_resume' : 'popup_pause'), () => pause(!paused));
}

function pause(paused: boolean) {
  save(choose('paused', paused));
}

function turnSite(to: Rule) {
  if (sight.kind === 'closed') return;
  if (sight.kind === 'withheld') return letIn(sight.origins);
  save(turn(sight.host, to, settings));
}

function save(change: Change) {
  saveSetting(change).catch(() => {
    showSettings();
    header.complain(say('popup_not_saved'));
    live.textContent = say('popup_not_saved');
  });
}

/** Goes to a claim, and out of the way. */
function visit(claim: string) {
  page.ask({ type: 'visit', claim });
  window.close();
}

/** Asks the browser for a site. It must be asked within the press of a button, before anything is waited for. */
function letIn(origins: string) {
  chrome.permissions.request({ origins: [origins] }).then((granted) => (granted ? page.reload() : showSettings()), showSettings);
}
