/** A page at a glance, and its claims by who passed them on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByNearestHand } from '../../extension/src/listed/groups.ts';
import { originOf, summarise } from '../../extension/src/listed/summary.ts';
import type { ListedClaim, ListedHand } from '../../extension/src/protocol.ts';

const COURIER = hand('Courier', 'news_outlet');
const NAWRAS = hand('Nawras Net', 'news_outlet');
const SOURCES = { ...hand('well-informed sources', 'anonymous_collective'), named: false, anonymous: true };
const NOBODY: ListedHand = { ...hand('reportedly', 'unspecified'), named: false, link: 'unspecified' };
const inherited = (hand: ListedHand): ListedHand => ({ ...hand, link: 'inherited' });

test('hands are counted once, and nobody is not a hand', () => {
  const capital = { ...SOURCES, label: 'Well-informed sources' };
  const { claims, hands } = summarise([claim('c1', COURIER, SOURCES), claim('c2', COURIER), claim('c3', capital), claim('c4', NOBODY)]);
  assert.deepEqual({ claims, hands }, { claims: 4, hands: 2 });
});

test('a claim is counted by its certain hands; the last of them has the name or has none', () => {
  const { lines, nameless } = summarise([
    claim('c1', COURIER),
    claim('c2', COURIER, inherited(SOURCES)),
    claim('c3', NOBODY),
    claim('c4', COURIER, SOURCES),
    claim('c5', COURIER, NAWRAS, COURIER, SOURCES),
  ]);
  assert.deepEqual(lines, { 1: { claims: 3, nameless: 1 }, 2: { claims: 1, nameless: 1 }, 3: { claims: 1, nameless: 1 } });
  assert.equal(nameless, 3);
});

test('the longest chain is the first of its length, in certain hands; one hand makes no chain', () => {
  assert.equal(summarise([claim('c1', COURIER, inherited(SOURCES))]).longest, null);
  assert.deepEqual(summarise([claim('c1', COURIER), claim('c2', COURIER, SOURCES), claim('c3', NAWRAS, COURIER)]).longest, [COURIER, SOURCES]);
});

test('a page without claims is summed up too', () => {
  assert.equal(summarise([]).hands, 0);
});

test('the origin is told where it is not the nearest hand itself', () => {
  assert.equal(originOf(claim('c1', COURIER, inherited(SOURCES))), null);
  assert.equal(originOf(claim('c2', COURIER, NAWRAS, inherited(SOURCES))), NAWRAS);
});

test('claims stand under the hand nearest to the page, the busiest hand first, in the order of the page', () => {
  const claims = [claim('c1', NAWRAS), claim('c2', COURIER, SOURCES), claim('c3', NOBODY), claim('c4', COURIER), claim('c5')];
  const groups = groupByNearestHand(claims).map(({ hand, claims }) => [hand?.label ?? null, claims.map(({ id }) => id).join(' ')]);
  assert.deepEqual(groups, [['Courier', 'c2 c4'], ['Nawras Net', 'c1'], ['reportedly', 'c3'], [null, 'c5']]);
});

test('a description that is spelled like a name is not that name', () => {
  const described = { ...COURIER, named: false };
  assert.equal(groupByNearestHand([claim('c1', COURIER), claim('c2', described)]).length, 2);
});

function hand(label: string, type: ListedHand['type']): ListedHand {
  return { label, named: true, type, anonymous: false, link: 'explicit' };
}

function claim(id: string, ...hands: ListedHand[]): ListedClaim {
  const depth = hands.filter(({ link }) => link !== 'inherited').length;
  return { id, words: id, depth, depthMax: hands.length, kind: 'speech', hands };
}
