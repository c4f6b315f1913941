/** The keys that the extension suggests are free in both browsers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Manifest {
  commands: Record<string, { suggested_key: { default: string } }>;
}
const { commands } = JSON.parse(readFileSync('extension/manifest.json', 'utf8')) as Manifest;

/**
 * Letters that open something of the browser's own, with Alt and Shift too. Firefox: the access keys of its menu bar, from
 * menubar.ftl of each language. Chrome: its list of keyboard shortcuts.
 */
const TAKEN: [where: string, letters: string][] = [
  ['Firefox in English', 'BEFHPSTV'],
  ['Firefox in German', 'ABCDHLPX'],
  ['Firefox in French', 'AEFHMNOP'],
  ['Firefox in Spanish', 'AEMSTUV'],
  ['Chrome', 'ABINT'],
];

for (const [command, { suggested_key: key }] of Object.entries(commands)) {
  test(`${command} has a key that opens no menu`, () => {
    const letter = /^Alt\+Shift\+(\w+)$/.exec(key.default)?.[1];
    assert.ok(letter, `${key.default} is to be pressed with Alt and Shift`);
    for (const [where, letters] of TAKEN)
      assert.ok(!letters.includes(letter), `${where} has ${key.default} for itself`);
  });
}
