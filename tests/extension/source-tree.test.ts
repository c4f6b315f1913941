/** The ways of all claims as a tree, as the panel lists them in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListedClaim, ListedHand } from '../../extension/src/messages.ts';
import { branchesOf, type Branch } from '../../extension/src/ui/source-map/source-tree.ts';

/** `Courier < ~sources`: a hand that is only perhaps there has a `~`. A description begins small. */
function claim(way: string, place: number): ListedClaim {
  const words = way
    .split('<')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const hands = words.map((word): ListedHand => {
    const label = word.replace('~', '');
    return {
      label,
      named: /^\p{Lu}/u.test(label),
      type: 'news_outlet',
      anonymous: false,
      link: word.startsWith('~') ? 'inherited' : 'explicit',
    };
  });
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

/** `Courier 2 (sources 1)` */
function written(branches: Branch[]): string {
  return branches
    .map(
      ({ hand, perhaps, claims, branches }) =>
        `${perhaps ? '~' : ''}${hand.label} ${claims.length}${branches.length > 0 ? ` (${written(branches)})` : ''}`,
    )
    .join(', ');
}

test('each hand stands under the one that had it from there, the busiest first', () => {
  const cases: [name: string, ways: string[], expected: string][] = [
    ['no claims', [], ''],
    ['the page’s own', [''], ''],
    ['one speaker', ['Fox'], 'Fox 1'],
    ['the busiest first', ['Fox', 'Roe', 'Roe'], 'Roe 2, Fox 1'],
    ['equals in the order of the page', ['Roe', 'Fox'], 'Roe 1, Fox 1'],
    ['a chain', ['Post < Fox', 'Post < Roe', 'Post'], 'Post 3 (Fox 1, Roe 1)'],
    ['perhaps stands apart', ['Post < Fox', 'Post < ~Fox'], 'Post 2 (Fox 1, ~Fox 1)'],
    ['one hand on two ways', ['Fox', 'Post < Fox'], 'Fox 1, Post 1 (Fox 1)'],
  ];
  for (const [name, ways, expected] of cases) assert.equal(written(branchesOf(ways.map(claim))), expected, name);
});
