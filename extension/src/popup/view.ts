/** What the popup shows below its head, for each sight of the page. */
import type { PageState } from '../protocol.ts';
import { element } from '../look/element.ts';
import { say } from '../words.ts';
import { claimList } from './claim-list.ts';
import { filtered, type Filter } from './filter.ts';
import { glance } from './glance.ts';
import { listHead } from './list-head.ts';
import { notice, type Notice } from './notice.ts';
import type { Sight } from './open-page.ts';
import { summarise } from '../listed/summary.ts';

/** What can be done from here. */
export interface Deeds {
  /** Shows a claim on the page, or none. */
  trace(claim: string | null): void;
  visit(claim: string): void;
  filter(filter: Filter): void;
  readAnyway(): void;
  reload(): void;
  resume(): void;
  letIn(origin: string): void;
}

/** The content of the popup's main part. */
export function view(sight: Sight, filter: Filter, deeds: Deeds): HTMLElement[] {
  switch (sight.kind) {
    case 'page':
      return viewOfPage(sight.state, filter, deeds);
    case 'loading':
      return [reading()];
    default:
      return [notice(noticeFromOutside(sight, deeds))];
  }
}

function viewOfPage(state: PageState, filter: Filter, deeds: Deeds): HTMLElement[] {
  switch (state.status) {
    case 'article':
      return viewOfArticle(state, filter, deeds);
    case 'reading':
      return [reading()];
    default:
      return [notice(noticeOfPage(state.status, deeds))];
  }
}

function viewOfArticle({ claims, truncatedAt }: Extract<PageState, { status: 'article' }>, filter: Filter, deeds: Deeds): HTMLElement[] {
  const left = filtered(claims, filter);
  return [
    glance(summarise(claims), truncatedAt, filter, deeds.filter),
    listHead(claims, left.length, filter, deeds.filter),
    left.length === 0 ? element('p', { class: 'none' }, say('popup_none_left')) : claimList(left, deeds.visit, deeds.trace),
  ];
}

/** Bars where the words will be; the style sheet holds them back for a moment. */
function reading(): HTMLElement {
  const bars = ['long', 'middle', 'short'].map((length) => element('div', { class: `bar ${length}` }));
  return element('section', { class: 'reading' }, element('h2', {}, say('popup_reading')), ...bars);
}

function noticeOfPage(status: Exclude<PageState['status'], 'article' | 'reading'>, deeds: Deeds): Notice {
  switch (status) {
    case 'off':
      return { title: say('popup_off_title'), text: [say('popup_off_text')] };
    case 'paused':
      return {
        title: say('popup_paused_title'),
        text: [say('popup_paused_text')],
        action: { label: say('popup_resume'), main: true, press: deeds.resume },
      };
    case 'empty':
      return { title: say('popup_empty_title'), text: [say('popup_empty_text'), say('popup_empty_text_more')] };
    case 'not-article':
      return {
        title: say('popup_not_article_title'),
        text: [say('popup_not_article_text')],
        action: { label: say('popup_read_anyway'), press: deeds.readAnyway },
      };
    case 'failed':
      return {
        title: say('popup_failed_title'),
        text: [say('popup_failed_text')],
        action: { label: say('popup_read_again'), press: deeds.readAnyway },
      };
  }
}

function noticeFromOutside(sight: Exclude<Sight, { kind: 'page' | 'loading' }>, deeds: Deeds): Notice {
  switch (sight.kind) {
    case 'unloaded':
      return {
        title: say('popup_unloaded_title'),
        text: [say('popup_unloaded_text')],
        action: { label: say('popup_load_again'), main: true, press: deeds.reload },
      };
    case 'withheld':
      return {
        title: say('popup_withheld_title'),
        text: [say('popup_withheld_text')],
        action: { label: say('popup_let_in', sight.host), main: true, press: () => deeds.letIn(sight.withheld) },
      };
    case 'closed':
      return { title: say('popup_closed_title'), text: [say('popup_closed_text')] };
  }
}
