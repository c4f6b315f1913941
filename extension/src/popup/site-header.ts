/**
 * The head of the popup: the site, the switch with its word, the reason it stands as it does, and the one way to
 * change that reason. Made once and changed in place, so that the switch keeps the focus and its knob can move.
 */
import { element } from '../look/element.ts';
import type { Reason, Standing } from '../site.ts';
import type { Rule } from '../settings.ts';
import { say } from '../words.ts';

export interface Site {
  /** Null for a tab whose address no extension may know. */
  host: string | null;
  /** Null where the extension may not run, with the words that say so. */
  standing: Standing | { closed: string };
  /** Whether the switch can be turned. */
  canTurn: boolean;
}

export interface SiteHeader {
  node: HTMLElement;
  show(site: Site): void;
  /** Says in place of the reason that something went wrong. */
  complain(words: string): void;
}

/** `turn` is called when the reader turns the switch, `forget` to take out the rule of a host. */
export function siteHeader(turn: (to: Rule) => void, forget: (host: string) => void): SiteHeader {
  const name = element('h1');
  const word = element('span');
  const knob = element('input', { type: 'checkbox', role: 'switch', class: 'switch', 'aria-label': say('popup_switch'), 'aria-describedby': 'why' });
  const why = element('span', { id: 'why' });
  const change = element('button', { type: 'button', class: 'textual' });
  let forgettable: string | null = null;
  knob.addEventListener('change', () => turn(knob.checked ? 'on' : 'off'));
  change.addEventListener('click', () => {
    if (forgettable !== null) forget(forgettable);
    knob.focus();
  });

  return {
    node: element(
      'header',
      { class: 'site' },
      element('div', { class: 'row' }, name, element('label', {}, word, knob)),
      element('p', { class: 'why' }, why, change),
    ),
    show({ host, standing, canTurn }) {
      name.replaceChildren(...(host === null ? [say('popup_this_tab')] : breakable(host)));
      knob.disabled = !canTurn;
      knob.checked = 'rule' in standing && standing.rule === 'on';
      word.textContent = stateWord(standing);
      why.textContent = 'rule' in standing ? reasonWords(standing.reason) : standing.closed;
      forgettable = 'rule' in standing ? decidedFor(standing.reason, host) : null;
      change.hidden = forgettable === null;
      change.textContent = forgettable === null || forgettable === host ? say('popup_forget') : say('popup_forget_site', forgettable);
    },
    complain(words) {
      why.textContent = words;
    },
  };
}

/** A long host may break after each dot. */
function breakable(host: string): (Node | string)[] {
  return host.split(/(?<=\.)/).flatMap((label, place) => (place === 0 ? [label] : [element('wbr'), label]));
}

function stateWord(standing: Site['standing']): string {
  if (!('rule' in standing) || standing.rule === 'off') return say('popup_off');
  return say(standing.reads ? 'popup_on' : 'popup_paused');
}

/** The reason in words. */
function reasonWords(reason: Reason): string {
  switch (reason.because) {
    case 'this-site':
      return say(`reason_this_site_${reason.rule}`);
    case 'site-above':
      return say(`reason_site_above_${reason.rule}`, reason.host);
    case 'all-sites':
      return say(`reason_all_sites_${reason.rule}`);
    case 'paused':
      return say('reason_paused');
  }
}

/** The host whose rule is the reason, where a rule is. */
function decidedFor(reason: Reason, host: string | null): string | null {
  if (reason.because === 'this-site') return host;
  return reason.because === 'site-above' ? reason.host : null;
}
