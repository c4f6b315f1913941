/** What older versions stored, in today's words. The steps are made up: there is no older version yet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { migrated, SCHEMA_VERSION, type Entries, type Step } from '../../extension/src/settings/migrations.ts';
import { DEFAULTS, settingsFrom } from '../../extension/src/settings/schema.ts';

/** Version 2 calls `ink` `strength`; version 3 knows `grey` for `pale`. */
const STEPS: Step[] = [
  ({ ink, ...others }) => (ink === undefined ? others : { ...others, strength: ink }),
  (entries) => (entries['strength'] === 'pale' ? { ...entries, strength: 'grey' } : entries),
];

test('entries of each older version become today’s, and keep what no step is about', () => {
  const site = { 'site:lantern.example': 'off' };
  const today = { ...site, strength: 'grey', version: 3 };
  const cases: [name: string, stored: Entries, expected: Entries][] = [
    ['from the first', { ...site, ink: 'pale', version: 1 }, today],
    ['from the second', { ...site, strength: 'pale', version: 2 }, today],
    ['today’s', today, today],
    ['without a version', { ...site, ink: 'pale' }, today],
    ['with an impossible version', { ...site, ink: 'pale', version: 'x' }, today],
    ['with a version below the first', { ...site, ink: 'pale', version: -4 }, today],
    ['of a newer Hearsay', { ink: 'pale', version: 4 }, { ink: 'pale', version: 4 }],
    ['nothing', {}, { version: 3 }],
  ];
  for (const [name, stored, expected] of cases) {
    const before = structuredClone(stored);
    assert.deepEqual(migrated(stored, STEPS), expected, name);
    assert.deepEqual(stored, before, `${name}: what was given is changed`);
  }
});

test('a made-up older version ends as settings like any other', () => {
  const settings = settingsFrom(migrated({ ink: 'pale', badge: false, version: 1 }, STEPS));
  assert.deepEqual(settings, { ...DEFAULTS, strength: 'grey', badge: false });
});

test('today’s entries are today’s version, and nothing is done to them', () => {
  const entries = { strength: 'grey', version: SCHEMA_VERSION };
  assert.equal(migrated(entries), entries);
});
