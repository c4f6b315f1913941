/**
 * The popup: what Hearsay found on the page of the active tab, and whether it reads this site. It keeps nothing of its
 * own: the page says what it is, storage says what is set, and each change of either is shown.
 */
import { hasPanel, openPanel } from '../../browser/side-panel.ts';
import { ALL, filtered, type Filter } from '../../claims/filter.ts';
import { say } from '../../i18n.ts';
import { choose, rule, withChange, type Change, type Rule } from '../../settings/schema.ts';
import { turn } from '../../settings/site-rules.ts';
import { loadSettings, onSettingsChange, privateEntries, saveSetting } from '../../settings/storage.ts';
import { connectToTab, type TabStatus } from '../../tab-status/tab-connection.ts';
import { declareLanguage } from '../../ui/document-language.ts';
import { button, element } from '../../ui/element.ts';
import { exportMenu } from '../../ui/export-menu.ts';
import { leftWords } from '../../ui/list-head.ts';
import { replaceChildren } from '../../ui/replace-children.ts';
import { linesSwitch } from './lines-switch.ts';
import { siteHeader } from './site-header.ts';
import { headOf } from './site-status.ts';
import { view } from './view.ts';

declareLanguage();

const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
const isPrivate = tab?.incognito ?? false;
let settings = await loadSettings(isPrivate ? privateEntries() : {});
let tabStatus: TabStatus = { kind: 'closed' };
let filter = ALL;

const header = siteHeader(turnSite);
const main = element('main');
const foot = element('footer');
const live = element('p', { class: 'spoken', role: 'status' });

const page = tab?.id === undefined ? null : connectToTab(tab.id, see);
if (page === null) see(tabStatus);
onSettingsChange(
  (changed) => {
    settings = changed;
    showSettings();
  },
  isPrivate ? privateEntries : undefined,
);

/** Shows a new status of the tab. Nothing is shown before the first, so that the popup opens at its size. */
function see(seen: TabStatus) {
  const first = !header.node.isConnected;
  if (first) document.body.append(live, header.node, main, foot);
  tabStatus = seen;
  showPage();
  showSettings();
  if (!first) live.textContent = main.querySelector('h2')?.textContent ?? '';
}

function showPage() {
  replaceChildren(main, view(tabStatus, filter, { trace, visit, filter: list, readAnyway, resume, letIn }));
}

/** Lists what a filter lets through. */
function list(chosen: Filter) {
  filter = chosen;
  showPage();
  if (tabStatus.kind !== 'page' || tabStatus.state.status !== 'article') return;
  const { claims } = tabStatus.state;
  live.textContent = leftWords(filtered(claims, filter).length, claims.length);
}

function showSettings() {
  header.show(headOf(tabStatus, settings, { forget, letIn }));
  const { paused } = settings;
  const resumesAbove = paused && tabStatus.kind === 'page' && tabStatus.state.status === 'paused';
  const pausing = button('textual', say(paused ? 'popup_resume' : 'popup_pause'), () => pause(!paused));
  const article = tabStatus.kind === 'page' && tabStatus.state.status === 'article' ? tabStatus : null;
  const hasMap = hasPanel() && article !== null;
  replaceChildren(foot, [
    ...(article ? [linesSwitch(settings, save)] : []),
    ...(resumesAbove ? [] : [pausing]),
    ...(article && page ? exportMenu(article.host, page.article) : []),
    ...(hasMap ? [button('textual', say('panel_title'), openMap)] : []),
    button('textual', say('popup_options'), openOptions),
  ]);
}

function trace(claim: string | null) {
  page?.ask({ type: 'trace', claim });
}

/** Goes to a claim, and out of the way. */
function visit(claim: string) {
  page?.ask({ type: 'visit', claim });
  window.close();
}

function readAnyway() {
  page?.ask({ type: 'read-anyway' });
}

function turnSite(to: Rule) {
  if (tabStatus.kind === 'withheld') return letIn(tabStatus.withheld);
  if ('host' in tabStatus) save(turn(tabStatus.host, to, settings));
}

function forget(host: string) {
  save(rule(host, undefined));
}

function resume() {
  pause(false);
}

function openMap() {
  void openPanel(tab!.windowId).finally(() => window.close());
}

function openOptions() {
  void chrome.runtime.openOptionsPage().finally(() => window.close());
}

function pause(paused: boolean) {
  save(choose('paused', paused));
}

/**
 * Stores a change, and shows it at once: what the page says of it may come before storage does, and must not turn the
 * switch back under the reader's finger.
 */
function save(change: Change) {
  settings = withChange(settings, change);
  showSettings();
  saveSetting(change, isPrivate).catch(async () => {
    settings = await loadSettings(isPrivate ? privateEntries() : {});
    header.show({ ...headOf(tabStatus, settings, { forget, letIn }), reason: say('not_saved') });
    live.textContent = say('not_saved');
  });
}

/**
 * Asks the browser for a site. It must be asked within the press of a button, before anything is waited for. What comes
 * of it is seen as any change of the page is; without leave the switch goes back.
 */
function letIn(origin: string) {
  chrome.permissions.request({ origins: [origin] }).then(showSettings, showSettings);
}
