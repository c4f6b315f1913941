/** What the popup shows below its head, for each sight of the page. */
import { inFirefox } from '../../browser/in-firefox.ts';
import { filtered, type Filter } from '../../claims/filter.ts';
import { summarise } from '../../claims/summary.ts';
import { say } from '../../i18n.ts';
import type { PageState } from '../../messages.ts';
import type { Sight } from '../../tab-status/tab-connection.ts';
import { withoutClaims, type Remedies } from '../../tab-status/without-claims.ts';
import { element } from '../../ui/element.ts';
import { glance, type GlanceDeeds } from '../../ui/glance.ts';
import { listHead } from '../../ui/list-head.ts';
import { claimList } from './claim-list.ts';

/** What can be done from here. */
export interface Deeds extends Remedies, GlanceDeeds {}

/** The content of the popup's main part. */
export function view(sight: Sight, filter: Filter, deeds: Deeds): HTMLElement[] {
  const article = sight.kind === 'page' && sight.state.status === 'article' ? sight.state : null;
  return article === null ? [withoutClaims(sight, deeds)] : viewOfArticle(article, filter, deeds);
}

function viewOfArticle({ claims, ...about }: Extract<PageState, { status: 'article' }>, filter: Filter, deeds: Deeds): HTMLElement[] {
  const left = filtered(claims, filter);
  return [
    glance(summarise(claims), about, filter, deeds),
    ...(drawsNoLines() ? [element('p', { class: 'none' }, say('popup_forced_colours'))] : []),
    listHead(claims, left.length, filter, deeds.filter),
    left.length === 0 ? element('p', { class: 'none' }, say('popup_none_left')) : claimList(left, deeds),
  ];
}

/** With the colours of a reader's own, Chromium paints every highlight as if it were selected; lines are left out there. */
function drawsNoLines(): boolean {
  return !inFirefox && matchMedia('(forced-colors: active)').matches;
}
