/**
 * From the entries of older versions to today's: one step for each version that changed what an entry is called or
 * means. Pure.
 */

/** What an area of storage holds. */
export type Entries = Readonly<Record<string, unknown>>;

/** Makes the entries of one version those of the next. It must not change what it is given. */
export type Step = (entries: Entries) => Entries;

/** The first leads from version 1 to version 2. There is none so far: the entries mean what they meant at first. */
const STEPS: readonly Step[] = [];

/** The version of the entries in storage, stored with them. */
export const SCHEMA_VERSION = STEPS.length + 1;

/**
 * The entries in today's version; the same object where nothing is to be done. What a newer Hearsay wrote stays as it
 * is. Entries without a version, or with an impossible one, are those of the first.
 */
export function migrated(entries: Entries, steps: readonly Step[] = STEPS): Entries {
  const { version } = entries;
  const from = Number.isInteger(version) && Number(version) > 0 ? Number(version) : 1;
  if (from > steps.length) return entries;
  return { ...steps.slice(from - 1).reduce((older, step) => step(older), entries), version: steps.length + 1 };
}
