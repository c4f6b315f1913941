/** A page at a glance, and its claims by who passed them on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByNearestHand } from '../../extension/src/claims/groups.ts';
import { withOneLabelEach } from '../../extension/src/claims/same-hand.ts';
import { summarise } from '../../extension/src/claims/summary.ts';
import { thinPlaces } from '../../extension/src/claims/thin-places.ts';
import type { ListedClaim, ListedHand } from '../../extension/src/messages.ts';

const COURIER = hand('Courier', 'news_outlet');
const NAWRAS = hand('Nawras Net', 'news_outlet');
const SOURCES = { ...hand('well-informed sources', 'anonymous_collective'), named: false, anonymous: true };
const NOBODY: ListedHand = { ...hand('reportedly', 'unspecified'), named: false, link: 'unspecified' };
const inherited = (hand: ListedHand): ListedHand => ({ ...hand, link: 'inherited' });

test('claims are counted by who stands behind them, and what came through more hands besides', () => {
  const police = { ...hand('police', 'institution'), named: false };
  const minister = { ...hand('the minister', 'role_only'), named: false };
  const { claims, named, described, nameless, secondHand } = summarise([
    claim('c1', COURIER, SOURCES),
    claim('c2', COURIER),
    claim('c3', police),
    claim('c4', minister),
    claim('c5', NOBODY),
    claim('c6', COURIER, inherited(SOURCES)),
    claim('c7'),
  ]);
  assert.deepEqual(
    { claims, named, described, nameless, secondHand },
    { claims: 7, named: 3, described: 1, nameless: 2, secondHand: 1 },
  );
});

test('a description with another article, and the short form of an office, are no other hand', () => {
  const said = (label: string, type: ListedHand['type']) => ({ ...hand(label, type), named: false });
  const labels = (...hands: ListedHand[]) =>
    withOneLabelEach(hands.map((hand, place) => claim(`c${place}`, hand))).map(({ hands }) => hands[0]!.label);
  assert.deepEqual(labels(said('a statement', 'document'), said('The statement', 'document')), [
    'a statement',
    'a statement',
  ]);
  assert.deepEqual(labels(said('Prosecutors', 'institution'), said('Federal prosecutors', 'institution')), [
    'Federal prosecutors',
    'Federal prosecutors',
  ]);
  const two = [
    said('federal prosecutors', 'institution'),
    said('state prosecutors', 'institution'),
    said('prosecutors', 'institution'),
  ];
  assert.deepEqual(labels(...two), ['federal prosecutors', 'state prosecutors', 'prosecutors'], 'it could be either');
  const people = [said('two officials', 'anonymous_collective'), said('officials', 'anonymous_collective')];
  assert.deepEqual(labels(...people), ['two officials', 'officials'], 'nobody knows whether they are the same');
});

test('a place is thin where a voice without a name has a paragraph to itself, or any voice the word for long', () => {
  const at = (paragraph: number, ...hands: ListedHand[]) => ({ ...claim(`c${paragraph}`, ...hands), paragraph });
  const aide: ListedHand = { ...hand('an aide', 'anonymous_individual'), named: false, anonymous: true };
  const found = (...claims: ListedClaim[]) =>
    thinPlaces(claims).map(({ what, voice, number, first }) => `${what}: ${voice.label} ${number}, ${first.id}`);
  assert.deepEqual(found(at(1, SOURCES), at(2, COURIER, aide), at(3, aide), at(3, aide), at(4, aide), at(4, COURIER)), [
    'paragraphs: an aide 2, c2',
    'paragraphs: well-informed sources 1, c1',
    'run: an aide 4, c2',
  ]);
  assert.deepEqual(found(at(1, COURIER), at(2, COURIER), at(3, COURIER)), [], 'three in a row are nothing');
  assert.deepEqual(found(...[1, 2, 3, 4, 5].map((place) => at(place, NOBODY))), [], 'nobody is no voice');
  assert.deepEqual(found(), []);
});

test('a claim is counted by its certain hands; the last of them has the name or has none', () => {
  const { lines, nameless } = summarise([
    claim('c1', COURIER),
    claim('c2', COURIER, inherited(SOURCES)),
    claim('c3', NOBODY),
    claim('c4', COURIER, SOURCES),
    claim('c5', COURIER, NAWRAS, COURIER, SOURCES),
  ]);
  assert.deepEqual(lines, {
    1: { claims: 3, nameless: 1 },
    2: { claims: 1, nameless: 1 },
    3: { claims: 1, nameless: 1 },
  });
  assert.equal(nameless, 3);
});

test('the longest chain is the first of its length, in certain hands; one hand makes no chain', () => {
  assert.equal(summarise([claim('c1', COURIER, inherited(SOURCES))]).longest, null);
  assert.deepEqual(
    summarise([claim('c1', COURIER), claim('c2', COURIER, SOURCES), claim('c3', NAWRAS, COURIER)]).longest,
    [COURIER, SOURCES],
  );
});

test('a page without claims is summed up too', () => {
  assert.equal(summarise([]).claims, 0);
});

test('claims stand under the hand nearest to the page, the busiest hand first, in the order of the page', () => {
  const claims = [
    claim('c1', NAWRAS),
    claim('c2', COURIER, SOURCES),
    claim('c3', NOBODY),
    claim('c4', COURIER),
    claim('c5'),
  ];
  const groups = groupByNearestHand(claims).map(({ hand, claims }) => [
    hand?.label ?? null,
    claims.map(({ id }) => id).join(' '),
  ]);
  assert.deepEqual(groups, [
    ['Courier', 'c2 c4'],
    ['Nawras Net', 'c1'],
    ['reportedly', 'c3'],
    [null, 'c5'],
  ]);
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
  return { id, words: id, depth, depthMax: hands.length, kind: 'speech', paragraph: 0, hands };
}
