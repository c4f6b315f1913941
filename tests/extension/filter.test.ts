/** Which claims the popup lists. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL, filtered, isFiltered, sourcesOf, type Filter } from '../../extension/src/claims/filter.ts';
import type { ListedClaim, ListedHand } from '../../extension/src/messages.ts';

const hand = (label: string, more: Partial<ListedHand> = {}): ListedHand => ({
  label,
  named: true,
  type: 'news_outlet',
  anonymous: false,
  link: 'explicit',
  ...more,
});
const COURIER = hand('Courier');
const NAWRAS = hand('Nawras Net');
const SOURCES = hand('officials', { named: false, type: 'anonymous_collective', anonymous: true });

const claim = (id: string, ...hands: ListedHand[]): ListedClaim => ({
  id,
  words: id,
  depth: hands.length,
  depthMax: hands.length,
  kind: 'speech',
  paragraph: 0,
  hands,
});
const CLAIMS = [
  claim('one', COURIER),
  claim('two', NAWRAS, COURIER),
  claim('three', NAWRAS, COURIER, SOURCES),
  claim('four', NAWRAS, COURIER, NAWRAS, SOURCES),
];

const TABLE: [what: string, filter: Partial<Filter>, left: string][] = [
  ['nothing chosen', {}, 'one two three four'],
  ['a line', { line: 2 }, 'two'],
  ['three stands for three or more', { line: 3 }, 'three four'],
  ['a source, wherever it stands in the chain', { source: 'named Nawras Net' }, 'two three four'],
  ['no name at the end', { nameless: true }, 'three four'],
  ['all of it at once', { line: 1, nameless: true }, ''],
];

for (const [what, some, left] of TABLE) {
  test(what, () => {
    const filter = { ...ALL, ...some };
    assert.equal(
      filtered(CLAIMS, filter)
        .map(({ id }) => id)
        .join(' '),
      left,
    );
    assert.equal(isFiltered(filter), Object.keys(some).length > 0);
  });
}

test('each hand is counted once a claim, the busiest first', () => {
  assert.deepEqual(
    [...sourcesOf(CLAIMS)].map(([key, { claims }]) => [key, claims]),
    [
      ['named Courier', 4],
      ['named Nawras Net', 3],
      ['described officials', 2],
    ],
  );
});
