/**
 * What a reader can set: the list of settings with their values, and what is made of whatever storage holds.
 *
 * Stored are plain values by name, and one entry for each site that differs from the rest: `site:example.com`. Each
 * setting has its own entry, so two windows that change two settings never undo each other. Only what differs from the
 * default is stored. Pure: storage itself is the affair of `storage.ts`, and what older versions stored that of
 * `migrations.ts`.
 */
import { SCHEMA_VERSION, type Entries } from './migrations.ts';

/** Where pages are read: all that has to be known of a page before it is an article. Of each setting's values the first is the default. */
const WHERE = {
  /** Whether sites that no rule names are read. */
  everywhere: ['on', 'off'],
  /** Paused: no page is read and no line drawn, whatever the rules say. Kept on this computer only. */
  paused: [false, true],
  /** Read frames of other sites too. */
  frames: [false, true],
  /** Show the number of claims on the toolbar button. */
  badge: [true, false],
} as const;

/** What of an article is marked, and how it looks. */
const SHOWN = {
  /** Mark beliefs too: `fears that`. */
  attitudes: [false, true],
  /** Mark demands too: `called for`. */
  directives: [false, true],
  /** Mark promises too: `vowed to`. */
  promises: [false, true],
  /** Mark claims from this many hands on; three stands for three or more. */
  depth: [1, 2, 3],
  /** How sure the engine has to be of a claim. */
  confidence: ['likely', 'sure', 'any'],
  /** Mark only claims whose last hand has no name. */
  unnamed: [false, true],
  /** Which of the marked claims have a line: all, or those that came through several hands or end without a name. */
  lines: ['all', 'standing-out'],
  /** How much the lines stand out. */
  strength: ['inked', 'grey', 'strong'],
  /** Put a wash behind the claim whose card is open. */
  tint: [true, false],
} as const;

// Whoever asks only where pages are read takes along none of the rest.
const CHOICES = /* @__PURE__ */ Object.assign({}, WHERE, SHOWN);

type Chosen<Table extends Record<string, readonly unknown[]>> = {
  -readonly [Name in keyof Table]: Table[Name][number];
};
export type SettingValues = Chosen<typeof CHOICES>;

/** Whether a site is read. */
export type Rule = 'on' | 'off';

/** Where pages are read, complete: what storage does not hold has its default. */
export type Where = Readonly<Chosen<typeof WHERE>> & {
  /** Rules by host without `www.`; a rule holds for everything under its host. */
  readonly sites: ReadonlyMap<string, Rule>;
};

/** Everything that can be set. */
export type Settings = Where & Readonly<Chosen<typeof SHOWN>>;

/** The name of a setting with a closed list of values. */
export type SettingName = keyof SettingValues;

const SITE = 'site:';

/** The settings that storage's entries stand for. What is unknown or no possible value counts as not stored. */
export function settingsFrom(stored: Entries): Settings {
  return { ...whereFrom(stored), ...chosen(SHOWN, stored) };
}

/** The same of where pages are read alone. */
export function whereFrom(stored: Entries): Where {
  const sites = Object.entries(stored).flatMap(([key, rule]): [string, Rule][] =>
    key.startsWith(SITE) && (rule === 'on' || rule === 'off') ? [[key.slice(SITE.length), rule]] : [],
  );
  return { ...chosen(WHERE, stored), sites: new Map(sites) };
}

function chosen<Table extends Record<string, readonly unknown[]>>(table: Table, stored: Entries): Chosen<Table> {
  const values = Object.entries(table).map(([name, values]) => {
    const value = Object.hasOwn(stored, name) ? stored[name] : undefined;
    return [name, values.includes(value) ? value : values[0]];
  });
  return Object.fromEntries(values) as Chosen<Table>;
}

/**
 * The names of entries that mean nothing: a setting with no possible value, a site with no rule. None where a newer
 * Hearsay wrote them: what it meant is not for this one to judge.
 */
export function unreadable(stored: Entries): string[] {
  const { version } = stored;
  if (typeof version === 'number' && version > SCHEMA_VERSION) return [];
  return Object.keys(stored).filter((key) => {
    const value = stored[key];
    // What sync would not give up is hidden by a null in local.
    if (value === null) return false;
    if (key.startsWith(SITE)) return value !== 'on' && value !== 'off';
    const values: readonly unknown[] | undefined = Object.hasOwn(CHOICES, key)
      ? CHOICES[key as SettingName]
      : undefined;
    return values !== undefined && !values.includes(value);
  });
}

/** Every setting at its default. */
export const DEFAULTS: Settings = /* @__PURE__ */ settingsFrom({});

/** A change to one entry of storage; `undefined` takes the entry out. */
export interface Change {
  key: string;
  value: string | number | boolean | undefined;
}

/** Saves changes at once; false when the browser did not keep them, which is then said already. */
export type Save = (...changes: Change[]) => Promise<boolean>;

/** The settings as they will be read once a change is stored. */
export function withChange(settings: Settings, { key, value }: Change): Settings {
  if (!key.startsWith(SITE)) return { ...settings, [key]: value ?? CHOICES[key as SettingName][0] };
  const others = [...settings.sites].filter(([host]) => host !== key.slice(SITE.length));
  const own: [string, Rule][] = value === 'on' || value === 'off' ? [[key.slice(SITE.length), value]] : [];
  return { ...settings, sites: new Map([...others, ...own]) };
}

/** The change that gives a setting a value. The default is not stored. */
export function choose<Name extends SettingName>(name: Name, value: SettingValues[Name]): Change {
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
