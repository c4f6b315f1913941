/** The way to a hand's report: a link that opens in a tab of its own, as the page's would for whoever wants that. */
import type { ReportLink } from '../content/claims/report-links.ts';
import { say } from '../i18n.ts';
import { element } from './element.ts';

/** The site is told of no page before it. `pressed` may do something else with a press of either button. */
export function openReport({ address, isReport, host }: ReportLink, pressed: (event: MouseEvent) => void): HTMLElement {
  const words =
    host === null ? say('card_open_report') : say(isReport ? 'card_open_report_at' : 'card_open_link', host);
  const made = element('a', { class: 'textual', href: address, target: '_blank', rel: 'noopener noreferrer' }, words);
  made.onclick = made.onauxclick = pressed;
  return made;
}
