/**
 * The side panel: the source map of the page in front, or why there is none. It stays open while the reader goes from
 * page to page, and keeps nothing of its own: the page says what it is, and each change is shown.
 */
import { say } from '../../i18n.ts';
import { choose, type Change } from '../../settings/schema.ts';
import { turn } from '../../settings/site-rules.ts';
import { loadSettings, onSettingsChange, privateEntries, saveSetting } from '../../settings/storage.ts';
import { connectToTab, type TabConnection, type TabStatus } from '../../tab-status/tab-connection.ts';
import { withoutClaims } from '../../tab-status/without-claims.ts';
import { shownHost } from '../../ui/display-host.ts';
import { declareLanguage } from '../../ui/document-language.ts';
import { element } from '../../ui/element.ts';
import { emptyState } from '../../ui/empty-state.ts';
import { showArticle, type MappedArticle } from '../../ui/source-map/map-section.ts';
import { startViews } from '../../ui/wasm-views.ts';
import { followFrontTab } from './front-tab.ts';
import { belowClaims } from './map-reports.ts';
import { originsOf } from './origins.ts';
import { trailAbove } from './trail.ts';

declareLanguage();
document.title = say('panel_title');

const main = element('main');
const told = element('p', { class: 'told', role: 'status' });
const trail = trailAbove(tell);
const { id: windowId, incognito: isPrivate } = await chrome.windows.getCurrent();
document.body.append(trail.node, main, originsOf(windowId!), told);

let settings = await loadSettings(isPrivate ? privateEntries() : {});
onSettingsChange((changed) => (settings = changed), isPrivate ? privateEntries : undefined);
const viewsReady = startViews();

let page: TabConnection | null = null;
let front: number | null = null;
/** What is shown, as it was told: the same again changes nothing. */
let shown = '';
let endShown = () => {};

await followFrontTab((tabId) => {
  page?.leave();
  page = null;
  front = tabId;
  trail.lookAt(tabId);
  if (tabId === null) void see({ kind: 'closed' });
  else page = connectToTab(tabId, (tabStatus) => void see(tabStatus));
});

async function see(tabStatus: TabStatus): Promise<void> {
  const now = JSON.stringify(tabStatus);
  if (now === shown) return;
  shown = now;
  const article = articleOf(tabStatus);
  if (article !== null) await viewsReady;
  // Another page may have come to the front meanwhile.
  if (shown !== now) return;
  endShown();
  endShown = () => {};
  told.textContent = '';
  if (article === null)
    return main.replaceChildren(element('h1', { class: 'spoken' }, say('panel_title')), withoutArticle(tabStatus));
  endShown = showArticle(main, article, { visit, trace, say: tell, below: below() });
}

function articleOf(tabStatus: TabStatus): MappedArticle | null {
  if (tabStatus.kind !== 'page' || tabStatus.state.status !== 'article') return null;
  const { claims, truncatedAt } = tabStatus.state;
  return { host: tabStatus.host, title: tabStatus.title, claims, truncatedAt };
}

function withoutArticle(tabStatus: TabStatus): HTMLElement {
  if (tabStatus.kind === 'page' && tabStatus.state.status === 'off') {
    const { host } = tabStatus;
    const action = {
      label: say('panel_turn_on', shownHost(host)),
      main: true,
      press: () => save(turn(host, 'on', settings)),
    };
    return emptyState({ title: say('popup_off_title'), text: [say('panel_off_text')], action });
  }
  return withoutClaims(tabStatus, { readAnyway, resume, letIn });
}

function below() {
  const shownPage = page;
  return belowClaims(
    front!,
    () => shownPage?.article() ?? Promise.resolve(null),
    () => trail.view,
  );
}

function trace(claim: string | null) {
  page?.ask({ type: 'trace', claim });
}

function visit(claim: string) {
  page?.ask({ type: 'visit', claim });
}

function readAnyway() {
  page?.ask({ type: 'read-anyway' });
}

function resume() {
  save(choose('paused', false));
}

/** Asks the browser for a site, within the press of a button. What comes of it is seen as any change of the page is. */
function letIn(origin: string) {
  chrome.permissions.request({ origins: [origin] }).catch(() => {});
}

function save(change: Change) {
  saveSetting(change, isPrivate).catch(() => tell(say('not_saved')));
}

function tell(words: string) {
  told.textContent = words;
}
