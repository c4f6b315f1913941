/** What the popup shows below its head, for each status of the tab. */
import { inFirefox } from '../../browser/in-firefox.ts';
import { filtered, type Filter } from '../../claims/filter.ts';
import { summarise } from '../../claims/summary.ts';
import { say } from '../../i18n.ts';
import type { PageState } from '../../messages.ts';
import type { TabStatus } from '../../tab-status/tab-connection.ts';
import { withoutClaims, type Remedies } from '../../tab-status/without-claims.ts';
import { element } from '../../ui/element.ts';
import { glance, type GlanceActions } from '../../ui/glance.ts';
import { listHead } from '../../ui/list-head.ts';
import { claimList } from './claim-list.ts';

/** What can be done from here. */
export interface ViewActions extends Remedies, GlanceActions {}

/** The content of the popup's main part. */
export function view(tabStatus: TabStatus, filter: Filter, actions: ViewActions): HTMLElement[] {
  const article = tabStatus.kind === 'page' && tabStatus.state.status === 'article' ? tabStatus.state : null;
  return article === null ? [withoutClaims(tabStatus, actions)] : viewOfArticle(article, filter, actions);
}

function viewOfArticle(
  { claims, ...about }: Extract<PageState, { status: 'article' }>,
  filter: Filter,
  actions: ViewActions,
): HTMLElement[] {
  const left = filtered(claims, filter);
  return [
    glance(summarise(claims), about, filter, actions),
    ...(drawsNoLines() ? [element('p', { class: 'none' }, say('popup_forced_colours'))] : []),
    listHead(claims, left.length, filter, actions.filter),
    left.length === 0 ? element('p', { class: 'none' }, say('popup_none_left')) : claimList(left, actions),
  ];
}

/** With the colours of a reader's own, Chromium paints every highlight as if it were selected; lines are left out there. */
function drawsNoLines(): boolean {
  return !inFirefox && matchMedia('(forced-colors: active)').matches;
}
