/** Which claims of an article with very many hands are drawn. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListedClaim, ListedHand } from '../../extension/src/messages.ts';
import { busiest } from '../../extension/src/ui/source-map/busiest.ts';

/** A claim by its way: `Courier < Roe`. */
function claim(way: string, place: number): ListedClaim {
  const hands = way
    .split(' < ')
    .map((label): ListedHand => ({ label, named: true, type: 'news_outlet', anonymous: false, link: 'explicit' }));
  return {
    id: `c${place + 1}`,
    words: '',
    depth: hands.length,
    depthMax: hands.length,
    kind: 'speech',
    paragraph: 0,
    hands,
  };
}

test('the ways with most claims are drawn as a whole, and the hands on the others counted', () => {
  const cases: [name: string, most: number, ways: string[], drawn: string, left: number][] = [
    ['few hands are all drawn', 3, ['Fox', 'Roe', 'Post < Roe'], 'c1 c2 c3', 0],
    ['the busiest come first', 1, ['Fox', 'Roe', 'Roe'], 'c2 c3', 1],
    ['equals in the order of the page', 1, ['Roe', 'Fox'], 'c1', 1],
    ['a way is not cut', 2, ['Fox', 'Fox', 'Post < Roe'], 'c1 c2', 2],
    [
      'a way between hands that are there costs nothing',
      2,
      ['Fox', 'Fox', 'Post', 'Post', 'Roe', 'Post < Fox'],
      'c1 c2 c3 c4 c6',
      1,
    ],
  ];
  for (const [name, most, ways, drawn, left] of cases) {
    const found = busiest(ways.map(claim), most);
    assert.equal(found.claims.map(({ id }) => id).join(' '), drawn, name);
    assert.equal(found.left, left, name);
  }
});

test('two thousand sources make a picture of a size that can be looked at, at once', () => {
  const claims = Array.from({ length: 2000 }, (_, place) => claim(`Witness ${place}`, place));
  const start = performance.now();
  const { claims: drawn, left } = busiest(claims);
  assert.equal(drawn.length + left, 2000);
  assert(drawn.length <= 60, `${drawn.length} are drawn`);
  assert(performance.now() - start < 500);
});
