/** How the site of the open page stands, in words: what the head of the popup says for each sight of the page. */
import { say } from '../../i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { standing, type Reason } from '../../settings/site-rules.ts';
import type { Sight } from '../../tab-status/tab-connection.ts';
import { shownHost } from '../../ui/display-host.ts';
import type { Head } from './site-header.ts';

/** What can be done from the head. */
export interface HeadDeeds {
  /** Takes out the rule of a host. */
  forget(host: string): void;
  /** Asks the browser for a site. */
  letIn(origin: string): void;
}

export function headOf(sight: Sight, settings: Settings, deeds: HeadDeeds): Head {
  const off = { on: false, word: say('popup_off'), change: null };
  if (sight.kind === 'closed' || sight.kind === 'unknown') return { ...off, title: say('popup_this_tab'), canTurn: false, reason: say('reason_closed') };
  const title = shownHost(sight.host);
  if (sight.kind === 'withheld') return { ...off, title, canTurn: true, reason: say('reason_withheld') };

  const { rule, reads, reason } = standing(sight.host, settings);
  const on = rule === 'on';
  const head = { title, on, word: say(reads ? 'popup_on' : on ? 'popup_paused' : 'popup_off'), canTurn: true };
  const withheld = sight.kind === 'page' ? sight.withheld : null;
  if (reads && withheld !== null) {
    return { ...head, reason: say('reason_this_once'), change: { label: say('popup_let_in', title), press: () => deeds.letIn(withheld) } };
  }
  return { ...head, reason: reasonWords(reason), change: wayToChange(reason, sight.host, deeds) };
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
function wayToChange(reason: Reason, host: string, { forget }: HeadDeeds): Head['change'] {
  switch (reason.because) {
    case 'this-site':
      return { label: say('popup_forget'), press: () => forget(host) };
    case 'site-above':
      return { label: say('popup_forget_site', shownHost(reason.host)), press: () => forget(reason.host) };
    default:
      return null;
  }
}
