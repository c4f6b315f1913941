/** Where settings are kept, and what happens when an area refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, DEFAULTS, resetAll, rule, type Settings } from '../../extension/src/settings/schema.ts';
import {
  loadSettings,
  onSettingsChange,
  saveSetting,
  saveSettings,
  takeOutUnreadable,
} from '../../extension/src/settings/storage.ts';
import { freshStorage } from './storage-areas.ts';

const OFF = rule('lantern.example', 'off');
const FORGOTTEN = rule('lantern.example', undefined);

test('a rule follows the reader to another computer', async () => {
  const { sync, local } = freshStorage();
  await saveSetting(OFF);
  assert.deepEqual(sync.entries, { 'site:lantern.example': 'off', version: 1 });
  assert.deepEqual(local.entries, {});
});

test('pausing holds for this computer only', async () => {
  const { sync, local } = freshStorage();
  await saveSetting(choose('paused', true));
  assert.deepEqual(sync.entries, {});
  assert.deepEqual(local.entries, { paused: true, version: 1 });
  await saveSetting(choose('paused', false));
  assert.deepEqual(await loadSettings(), DEFAULTS);
});

test('what sync refuses is kept here, and goes when sync takes it again', async () => {
  const { sync, local } = freshStorage();
  sync.refuses = true;
  await saveSetting(OFF);
  assert.equal((await loadSettings()).sites.get('lantern.example'), 'off');
  sync.refuses = false;
  await saveSetting(rule('lantern.example', 'on'));
  assert.equal(local.entries['site:lantern.example'], undefined);
  assert.equal((await loadSettings()).sites.get('lantern.example'), 'on');
});

test('a rule can be forgotten even while sync will not let go of it', async () => {
  const { sync } = freshStorage();
  await saveSetting(OFF);
  const { remove } = sync;
  sync.remove = () => Promise.reject(new Error('too many changes a minute'));
  await saveSetting(FORGOTTEN);
  assert.deepEqual(await loadSettings(), DEFAULTS);
  sync.remove = remove;
});

test('many changes are stored together, each where it belongs', async () => {
  const { sync, local } = freshStorage();
  await saveSettings([OFF, choose('paused', true), choose('strength', 'grey')]);
  assert.deepEqual(sync.entries, { 'site:lantern.example': 'off', strength: 'grey', version: 1 });
  assert.deepEqual(local.entries, { paused: true, version: 1 });
});

test('putting everything back leaves nothing but the version', async () => {
  const { sync, local } = freshStorage();
  await saveSettings([OFF, choose('paused', true), choose('depth', 3)]);
  await saveSettings(resetAll(await loadSettings()));
  assert.deepEqual([sync.entries, local.entries], [{ version: 1 }, { version: 1 }]);
});

test('what cannot be read is taken out once; what a newer Hearsay wrote stays', async () => {
  const { sync, local } = freshStorage();
  Object.assign(sync.entries, {
    depth: 7,
    strength: 'grey',
    'site:lantern.example': 'perhaps',
    unheard: 1,
    version: 1,
  });
  Object.assign(local.entries, { paused: 'yes', 'site:courier.example': null });
  assert.equal(await takeOutUnreadable(), true);
  assert.deepEqual(sync.entries, { strength: 'grey', unheard: 1, version: 1 });
  assert.deepEqual(local.entries, { 'site:courier.example': null });
  assert.equal(await takeOutUnreadable(), false);
  Object.assign(sync.entries, { depth: 'all', version: 2 });
  assert.equal(await takeOutUnreadable(), false);
  assert.equal((await loadSettings()).depth, DEFAULTS.depth);
});

test('when no area takes it, the caller is told', async () => {
  const { sync, local } = freshStorage();
  sync.refuses = local.refuses = true;
  await assert.rejects(saveSetting(OFF));
  assert.deepEqual(await loadSettings(), DEFAULTS);
});

test('each change is told with the settings after it, until one stops listening', async () => {
  freshStorage();
  const told: Settings[] = [];
  const stop = onSettingsChange((settings) => told.push(settings));
  await saveSetting(choose('badge', false));
  await settled();
  assert.equal(told.at(-1)?.badge, false);
  stop();
  const before = told.length;
  await saveSetting(choose('badge', true));
  await settled();
  assert.equal(told.length, before);
});

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
