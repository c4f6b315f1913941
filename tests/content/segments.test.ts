/** Words belong to the innermost claim that holds them, so that no two lines lie over each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from 'hearsay';
import { segmentsAt, segmentsOf } from '../../extension/src/content/highlights/segments.ts';

type Spans = [block: number, start: number, end: number][];

/** Claims by name and what each piece of text belongs to: `name block:start-end`. */
const CASES: [what: string, claims: Record<string, Spans>, pieces: string[]][] = [
  ['claims beside each other', { a: [[0, 0, 5]], b: [[0, 5, 9]] }, ['a 0:0-5', 'b 0:5-9']],
  [
    'a claim in pieces',
    {
      a: [
        [0, 0, 5],
        [0, 9, 12],
      ],
    },
    ['a 0:0-5', 'a 0:9-12'],
  ],
  [
    'text order, whatever the order of claims',
    { b: [[2, 0, 1]], a: [[0, 4, 5]], c: [[0, 0, 2]] },
    ['c 0:0-2', 'a 0:4-5', 'b 2:0-1'],
  ],
  ['one inside another', { outer: [[0, 0, 20]], inner: [[0, 5, 9]] }, ['outer 0:0-5', 'inner 0:5-9', 'outer 0:9-20']],
  ['one at the end of another', { outer: [[0, 0, 20]], inner: [[0, 5, 20]] }, ['outer 0:0-5', 'inner 0:5-20']],
  [
    'three deep',
    { a: [[0, 0, 9]], b: [[0, 2, 8]], c: [[0, 4, 6]] },
    ['a 0:0-2', 'b 0:2-4', 'c 0:4-6', 'b 0:6-8', 'a 0:8-9'],
  ],
  ['crossing', { long: [[0, 0, 6]], short: [[0, 4, 8]] }, ['long 0:0-4', 'short 0:4-8']],
  ['the same words twice', { first: [[0, 0, 6]], second: [[0, 0, 6]] }, ['second 0:0-6']],
  ['nothing', {}, []],
];

for (const [what, claims, pieces] of CASES) {
  test(what, () => {
    const made = Object.entries(claims).map(
      ([id, spans]) => ({ id, content: spans.map(([block, start, end]) => ({ block, start, end })) }) as Claim,
    );
    assert.deepEqual(
      segmentsOf(made).map(({ claim, block, start, end }) => `${claim.id} ${block}:${start}-${end}`),
      pieces,
    );
  });
}

test('a caret between two pieces belongs to both, elsewhere to one or none', () => {
  const pieces = [
    { start: 2, end: 5 },
    { start: 5, end: 8 },
    { start: 20, end: 21 },
  ];
  const at = (offset: number) => segmentsAt(pieces, offset).map(({ start }) => start);
  assert.deepEqual([1, 2, 4, 5, 8, 12, 20, 21, 22].map(at), [[], [2], [2], [2, 5], [5], [], [20], [20], []]);
});
