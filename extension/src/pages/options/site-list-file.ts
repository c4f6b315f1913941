/**
 * The list of sites as a file: `{"hearsay": "sites", "version": 1, "sites": {"news.example": "off"}}`. A file is read
 * whole or not at all: the first thing wrong in it is named, and nothing of it counts. Pure.
 */
import type { Rule } from '../../settings/schema.ts';
import { hostIn } from './host-in.ts';

const KIND = 'sites';
const VERSION = 1;

/** The largest file that is looked at, in bytes: many times the longest list. */
export const LARGEST_FILE = 1_000_000;

/** The longest list. */
const MOST_SITES = 5_000;

/** What is wrong with a file, as data; the words for it are in `_locales` (`site_file_…`). */
export type Fault =
  | { wrong: 'too-large' }
  | { wrong: 'not-json' }
  /** JSON, but not a list of sites. */
  | { wrong: 'not-a-list' }
  /** Written by a Hearsay that this one does not know. */
  | { wrong: 'newer' }
  | { wrong: 'too-many' }
  | { wrong: 'site'; entry: string }
  | { wrong: 'rule'; entry: string };

/** The text of a file with these rules, by name. */
export function writeSiteFile(sites: ReadonlyMap<string, Rule>): string {
  const sorted = [...sites].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ hearsay: KIND, version: VERSION, sites: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** The rules in a file's text, or what is wrong with it. */
export function readSiteFile(text: string): Map<string, Rule> | Fault {
  if (text.length > LARGEST_FILE) return { wrong: 'too-large' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { wrong: 'not-json' };
  }
  if (!isRecord(file) || own(file, 'hearsay') !== KIND) return { wrong: 'not-a-list' };
  const version = own(file, 'version');
  if (typeof version === 'number' && version > VERSION) return { wrong: 'newer' };
  const sites = own(file, 'sites');
  if (version !== VERSION || !isRecord(sites)) return { wrong: 'not-a-list' };
  const entries = Object.entries(sites);
  if (entries.length > MOST_SITES) return { wrong: 'too-many' };
  const rules = new Map<string, Rule>();
  for (const [entry, rule] of entries) {
    const host = hostIn(entry);
    if (host === null || host !== entry) return { wrong: 'site', entry };
    if (rule !== 'on' && rule !== 'off') return { wrong: 'rule', entry };
    rules.set(host, rule);
  }
  return rules;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that the file itself has: not one that every object has. */
function own(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
