/**
 * Is Hearsay on for a site, and why? A site's own rule decides, else the nearest rule of a host above it, else the
 * rule for all sites. Pausing overrides them all. Pure.
 */
import { rule, type Change, type Rule, type Where } from './schema.ts';

/** Why Hearsay is on or off for a site, as data; the words for it are in `_locales` (`reason_…`). */
export type Reason =
  /** The reader decided for this very site. */
  | { because: 'this-site'; rule: Rule }
  /** The reader decided for a host above it. */
  | { because: 'site-above'; rule: Rule; host: string }
  /** No rule names the site. */
  | { because: 'all-sites'; rule: Rule }
  /** On by its rules, but paused everywhere. */
  | { because: 'paused' };

/** How a site stands. */
export interface SiteStatus {
  /** What the rules say. */
  rule: Rule;
  /** Whether pages of the site are read now: the rules say on, and nothing is paused. */
  reads: boolean;
  reason: Reason;
}

/**
 * The host that rules for a page are kept under: no port, no `www.`, no trailing dot; null where an extension reads no
 * pages.
 */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return hostname.replace(/\.$/, '').replace(/^www\.(?=.*\.)/, '');
}

/** The pattern of an address's site, as permissions are asked for. */
export function patternOf({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): string {
  return `${protocol}//${hostname}/*`;
}

/** How a site stands under the settings. */
export function siteStatus(host: string, settings: Where): SiteStatus {
  const reason = ruling(host, settings);
  const reads = readsHere(host, settings);
  return { rule: reason.rule, reads, reason: reason.rule === 'on' && settings.paused ? { because: 'paused' } : reason };
}

/** What the rules say of a site. */
export function ruleOf(host: string, { sites, everywhere }: Where): Rule {
  return sites.get(ruledHost(host, sites) ?? '') ?? everywhere;
}

/** Whether pages of a site are read now. */
export function readsHere(host: string, settings: Where): boolean {
  return ruleOf(host, settings) === 'on' && !settings.paused;
}

/** Whether a site that no rule names is read now. */
export function readsByDefault({ everywhere, paused }: Where): boolean {
  return everywhere === 'on' && !paused;
}

/** The change that turns a site on or off. A rule that says what holds without it anyway is taken out instead. */
export function turn(host: string, to: Rule, settings: Where): Change {
  const without = ruleOf(host, {
    ...settings,
    sites: new Map([...settings.sites].filter(([named]) => named !== host)),
  });
  return rule(host, without === to ? undefined : to);
}

/** The reason before pausing is looked at. */
function ruling(host: string, settings: Where): Exclude<Reason, { because: 'paused' }> {
  const named = ruledHost(host, settings.sites);
  const rule = ruleOf(host, settings);
  if (named === undefined) return { because: 'all-sites', rule };
  return named === host ? { because: 'this-site', rule } : { because: 'site-above', rule, host: named };
}

/** The host whose rule decides: the site itself, or the nearest above it. */
function ruledHost(host: string, sites: Where['sites']): string | undefined {
  return withHostsAbove(host).find((named) => sites.has(named));
}

/** `a.b.example`: itself, `b.example`, `example`. An address has nothing above it. */
function withHostsAbove(host: string): string[] {
  if (/^\[|^[\d.]+$/.test(host)) return [host];
  return host.split('.').map((_, above, labels) => labels.slice(above).join('.'));
}
