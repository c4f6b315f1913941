/** What stands where no claims can be shown: that the page is being read, or why there are none and what can be done. */
import { say } from '../i18n.ts';
import type { PageState } from '../messages.ts';
import { shownHost } from '../ui/display-host.ts';
import { element } from '../ui/element.ts';
import { emptyState, type EmptyState } from '../ui/empty-state.ts';
import type { TabStatus } from './tab-connection.ts';

/** What can be done about it. */
export interface Remedies {
  readAnyway(): void;
  resume(): void;
  letIn(origin: string): void;
}

/** For a status that is no article with claims. */
export function withoutClaims(tabStatus: TabStatus, remedies: Remedies): HTMLElement {
  if (tabStatus.kind === 'loading') return reading();
  if (tabStatus.kind !== 'page') return emptyState(emptyStateFromOutside(tabStatus, remedies));
  const { status } = tabStatus.state;
  return status === 'reading' || status === 'article' ? reading() : emptyState(emptyStateOfPage(status, remedies));
}

/** Bars where the words will be; the style sheet holds them back for a moment. */
function reading(): HTMLElement {
  const bars = ['long', 'middle', 'short'].map((length) => element('div', { class: `bar ${length}` }));
  return element('section', { class: 'reading' }, element('h2', {}, say('popup_reading')), ...bars);
}

function emptyStateOfPage(status: Exclude<PageState['status'], 'article' | 'reading'>, remedies: Remedies): EmptyState {
  switch (status) {
    case 'off':
      return { title: say('popup_off_title'), text: [say('popup_off_text')] };
    case 'paused':
      return {
        title: say('popup_paused_title'),
        text: [say('popup_paused_text')],
        action: { label: say('popup_resume'), main: true, press: remedies.resume },
      };
    case 'empty':
      return { title: say('popup_empty_title'), text: [say('popup_empty_text'), say('popup_empty_text_more')] };
    case 'not-article':
      return {
        title: say('popup_not_article_title'),
        text: [say('popup_not_article_text')],
        action: { label: say('popup_read_anyway'), press: remedies.readAnyway },
      };
    case 'failed':
      return {
        title: say('popup_failed_title'),
        text: [say('popup_failed_text')],
        action: { label: say('popup_read_again'), press: remedies.readAnyway },
      };
  }
}

function emptyStateFromOutside(
  tabStatus: Exclude<TabStatus, { kind: 'page' | 'loading' }>,
  remedies: Remedies,
): EmptyState {
  switch (tabStatus.kind) {
    case 'withheld':
      return {
        title: say('popup_withheld_title'),
        text: [say('popup_withheld_text')],
        action: {
          label: say('popup_let_in', shownHost(tabStatus.host)),
          main: true,
          press: () => remedies.letIn(tabStatus.withheld),
        },
      };
    case 'unknown':
      return { title: say('panel_unknown_title'), text: [say('panel_unknown_text')] };
    case 'closed':
      return { title: say('popup_closed_title'), text: [say('popup_closed_text')] };
  }
}
