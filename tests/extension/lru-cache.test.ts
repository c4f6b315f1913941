/** The bound on the answers that are kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LruCache } from '../../extension/src/background/lru-cache.ts';

/** A map with these entries, put in one after the other: name, weight. */
function filled(bound: number, ...entries: [string, number][]): LruCache<string, string> {
  const few = new LruCache<string, string>(bound);
  for (const [name, weight] of entries) few.set(name, name, weight);
  return few;
}

const kept = (few: LruCache<string, string>) =>
  ['a', 'b', 'c', 'd'].filter((name) => few.get(name) !== undefined).join('');

test('what was not asked for longest makes room', () => {
  const few = filled(2, ['a', 1], ['b', 1]);
  assert.equal(few.get('a'), 'a');
  few.set('c', 'c', 1);
  assert.equal(kept(few), 'ac');
});

for (const [what, bound, entries, left] of [
  [
    'an entry put in again takes no second place',
    2,
    [
      ['a', 1],
      ['b', 1],
      ['b', 1],
    ],
    'ab',
  ],
  [
    'a heavy entry takes the place of several light ones',
    3,
    [
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 2],
    ],
    'cd',
  ],
  [
    'an entry too heavy for the map moves no other',
    3,
    [
      ['a', 1],
      ['b', 4],
    ],
    'a',
  ],
  [
    'an entry that has grown too heavy is gone',
    3,
    [
      ['a', 1],
      ['a', 4],
    ],
    '',
  ],
] satisfies [string, number, [string, number][], string][]) {
  test(what, () => assert.equal(kept(filled(bound, ...entries)), left));
}
