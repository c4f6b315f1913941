/** How the site of the open page stands, in words: what the head of the popup says for each status of the tab. */
import { say } from '../../i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { siteStatus, type Reason } from '../../settings/site-rules.ts';
import type { TabStatus } from '../../tab-status/tab-connection.ts';
import { shownHost } from '../../ui/display-host.ts';
import type { Head } from './site-header.ts';

/** What can be done from the head. */
export interface SiteStatusActions {
  /** Takes out the rule of a host. */
  forget(host: string): void;
  /** Asks the browser for a site. */
  letIn(origin: string): void;
}

export function headOf(tabStatus: TabStatus, settings: Settings, actions: SiteStatusActions): Head {
  const off = { on: false, word: say('popup_off'), change: null };
  const noSite = { ...off, title: say('popup_this_tab'), canTurn: false };
  if (tabStatus.kind === 'closed') return { ...noSite, reason: say('reason_closed') };
  if (tabStatus.kind === 'unknown') return { ...noSite, reason: '' };
  const title = shownHost(tabStatus.host);
  if (tabStatus.kind === 'withheld') return { ...off, title, canTurn: true, reason: say('reason_withheld') };

  const { rule, reads, reason } = siteStatus(tabStatus.host, settings);
  const on = rule === 'on';
  const head = { title, on, word: say(reads ? 'popup_on' : on ? 'popup_paused' : 'popup_off'), canTurn: true };
  const withheld = tabStatus.kind === 'page' ? tabStatus.withheld : null;
  if (reads && withheld !== null) {
    return {
      ...head,
      reason: say('reason_this_once'),
      change: { label: say('popup_let_in', title), press: () => actions.letIn(withheld) },
    };
  }
  return { ...head, reason: reasonWords(reason), change: wayToChange(reason, tabStatus.host, actions) };
}

function reasonWords(reason: Reason): string {
  switch (reason.because) {
    case 'this-site':
      return say(`reason_this_site_${reason.rule}`);
    case 'site-above':
      return say(`reason_site_above_${reason.rule}`, shownHost(reason.host));
    case 'all-sites':
      return say(`reason_all_sites_${reason.rule}`);
    case 'paused':
      return say('reason_paused');
  }
}

/** A rule can be forgotten. */
function wayToChange(reason: Reason, host: string, { forget }: SiteStatusActions): Head['change'] {
  switch (reason.because) {
    case 'this-site':
      return { label: say('popup_forget'), press: () => forget(host) };
    case 'site-above':
      return { label: say('popup_forget_site', shownHost(reason.host)), press: () => forget(reason.host) };
    default:
      return null;
  }
}
