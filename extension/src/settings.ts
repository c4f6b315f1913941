/**
 * What a reader can set: the list of settings with their values, and what is made of whatever storage holds.
 *
 * Stored are plain values by name, and one entry for each site that differs from the rest: `site:example.com`. Each
 * setting has its own entry, so two windows that change two settings never undo each other. Only what differs from the
 * default is stored. Pure: storage itself is the affair of `settings-store.ts`, and what older versions stored that of
 * `settings-steps.ts`.
 */
import { SCHEMA_VERSION } from './settings-steps.ts';

/** A setting's possible values; the first is the default. */
function choice<const Values extends readonly [unknown, ...unknown[]]>(...values: Values): Values {
  return values;
}

const CHOICES = {
  /** Whether sites that no rule names are read. */
  everywhere: choice('on', 'off'),
  /** Paused: no page is read and no line drawn, whatever the rules say. Kept on this computer only. */
  paused: choice(false, true),
  /** Read frames of other sites too. */
  frames: choice(false, true),
  /** Mark beliefs too: `fears that`. */
  attitudes: choice(false, true),
  /** Mark demands too: `called for`. */
  directives: choice(false, true),
  /** Mark promises too: `vowed to`. */
  promises: choice(false, true),
  /** Mark claims from this many hands on; three stands for three or more. */
  depth: choice(1, 2, 3),
  /** How sure the engine has to be of a claim. */
  confidence: choice('likely', 'sure', 'any'),
  /** Mark only claims whose last hand has no name. */
  unnamed: choice(false, true),
  /** Which of the marked claims have a line: all, or those that came through several hands or end without a name. */
  lines: choice('all', 'standing-out'),
  /** How much the lines stand out. */
  strength: choice('inked', 'grey', 'strong'),
  /** Put a wash behind the claim whose card is open. */
  tint: choice(true, false),
  /** Show the number of claims on the toolbar button. */
  badge: choice(true, false),
};

export type Choices = { -readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** Whether a site is read. */
export type Rule = 'on' | 'off';

/** Everything that can be set, complete: what storage does not hold has its default. */
export type Settings = Readonly<Choices> & {
  /** Rules by host without `www.`; a rule holds for everything under its host. */
  readonly sites: ReadonlyMap<string, Rule>;
};

/** The name of a setting with a closed list of values. */
export type Choice = keyof Choices;

const SITE = 'site:';

/** The settings that storage's entries stand for. What is unknown or no possible value counts as not stored. */
export function settingsFrom(stored: Readonly<Record<string, unknown>>): Settings {
  const chosen = Object.entries(CHOICES).map(([name, values]: [string, readonly unknown[]]) => {
    const value = Object.hasOwn(stored, name) ? stored[name] : undefined;
    return [name, values.includes(value) ? value : values[0]];
  });
  const sites = Object.entries(stored).flatMap(([key, rule]): [string, Rule][] =>
    key.startsWith(SITE) && (rule === 'on' || rule === 'off') ? [[key.slice(SITE.length), rule]] : [],
  );
  return { ...(Object.fromEntries(chosen) as Choices), sites: new Map(sites) };
}

/**
 * The names of entries that mean nothing: a setting with no possible value, a site with no rule. None where a newer
 * Hearsay wrote them: what it meant is not for this one to judge.
 */
export function unreadable(stored: Readonly<Record<string, unknown>>): string[] {
  const { version } = stored;
  if (typeof version === 'number' && version > SCHEMA_VERSION) return [];
  return Object.keys(stored).filter((key) => {
    const value = stored[key];
    // What sync would not give up is hidden by a null in local.
    if (value === null) return false;
    if (key.startsWith(SITE)) return value !== 'on' && value !== 'off';
    const values: readonly unknown[] | undefined = Object.hasOwn(CHOICES, key) ? CHOICES[key as Choice] : undefined;
    return values !== undefined && !values.includes(value);
  });
}

/** Every setting at its default. */
export const DEFAULTS: Settings = settingsFrom({});

/** A change to one entry of storage; `undefined` takes the entry out. */
export interface Change {
  key: string;
  value: string | number | boolean | undefined;
}

/** The change that gives a setting a value. The default is not stored. */
export function choose<Name extends Choice>(name: Name, value: Choices[Name]): Change {
  return { key: name, value: value === CHOICES[name][0] ? undefined : value };
}

/** The change that gives a site its own rule, or none. */
export function rule(host: string, rule: Rule | undefined): Change {
  return { key: SITE + host, value: rule };
}

/** The changes that put everything back to its default and take out every site's rule. */
export function resetAll(settings: Settings): Change[] {
  const names = Object.keys(CHOICES).map((key): Change => ({ key, value: undefined }));
  return [...names, ...[...settings.sites.keys()].map((host) => rule(host, undefined))];
}
