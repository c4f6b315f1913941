/** What is made of whatever storage holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, DEFAULTS, rule, settingsFrom, withChange } from '../../extension/src/settings/schema.ts';

test('an empty storage means the defaults', () => {
  assert.deepEqual(DEFAULTS, {
    everywhere: 'on',
    paused: false,
    frames: false,
    attitudes: false,
    directives: false,
    promises: false,
    depth: 1,
    confidence: 'likely',
    unnamed: false,
    lines: 'all',
    strength: 'inked',
    tint: true,
    badge: true,
    sites: new Map(),
  });
});

test('a value that cannot be falls back to its default, and the others stand', () => {
  const impossible = [undefined, null, 0, 1, '', 'maybe', 'true', [], {}, ['off']];
  for (const value of impossible) {
    const settings = settingsFrom({ everywhere: value, paused: value, 'site:lantern.example': value, badge: false });
    assert.deepEqual(settings, { ...DEFAULTS, badge: false }, JSON.stringify(value));
  }
});

test('names from the future, and names every object has, are no settings', () => {
  const stored = JSON.parse('{"version": 99, "glow": true, "__proto__": {"paused": true}, "constructor": 1}');
  assert.deepEqual(settingsFrom(stored), DEFAULTS);
});

test('a site may be called what it likes', () => {
  const { sites } = settingsFrom({ 'site:__proto__': 'off', 'site:constructor': 'on', 'site:': 'off' });
  assert.deepEqual(
    [...sites],
    [
      ['__proto__', 'off'],
      ['constructor', 'on'],
      ['', 'off'],
    ],
  );
});

test('the default of a setting is not stored', () => {
  assert.deepEqual(choose('badge', true), { key: 'badge', value: undefined });
  assert.deepEqual(choose('badge', false), { key: 'badge', value: false });
});

test('a change shows what storage will say of it', () => {
  const stored = { paused: true, 'site:lantern.example': 'off', 'site:courier.example': 'on' } as const;
  for (const change of [
    choose('paused', false),
    choose('lines', 'all'),
    choose('depth', 2),
    rule('lantern.example', 'on'),
    rule('courier.example', undefined),
    rule('new.example', 'off'),
  ]) {
    const after: Record<string, unknown> = { ...stored, [change.key]: change.value };
    assert.deepEqual(withChange(settingsFrom(stored), change), settingsFrom(after), change.key);
  }
});
