/** What the popup shows below its head, for each sight of the page. */
import type { PageState } from '../protocol.ts';
import { inFirefox } from '../content/in-firefox.ts';
import { element } from '../look/element.ts';
import type { Sight } from '../sight/open-page.ts';
import { withoutClaims, type Remedies } from '../sight/without-claims.ts';
import { say } from '../words.ts';
import { claimList } from './claim-list.ts';
import { filtered, type Filter } from './filter.ts';
import { glance, type GlanceDeeds } from './glance.ts';
import { listHead } from './list-head.ts';
import { summarise } from '../listed/summary.ts';

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
