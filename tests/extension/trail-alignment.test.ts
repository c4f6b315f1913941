/** What is told of a trail: whose words the claim is on the page it leads to, and how its hands are counted on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyze } from '../../extension/src/background/engine.ts';
import { arrivalOn, viewOf } from '../../extension/src/background/trail-alignment.ts';
import type { Arrival, TrailPage } from '../../extension/src/claims/trail.ts';
import type { ListedHand } from '../../extension/src/messages.ts';

const module = readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url));
Object.assign(globalThis, {
  chrome: { runtime: { getURL: () => `data:application/wasm;base64,${module.toString('base64')}` } },
});

const hand = (
  label: string,
  type: ListedHand['type'] = 'news_outlet',
  link: ListedHand['link'] = 'explicit',
): ListedHand => ({ label, named: type !== 'unspecified', type, anonymous: false, link });
const page = (publisher: string, hands: ListedHand[], rest: Partial<TrailPage> = {}): TrailPage => ({
  url: `http://${publisher.toLowerCase()}.example/`,
  title: '',
  publisher,
  published: '',
  words: 'the pier is shut',
  hands,
  followed: null,
  ...rest,
});
const found = (last: TrailPage): Arrival => ({
  kind: 'found',
  url: last.url,
  page: last,
  claim: null,
  passage: { block: 0, start: 0, end: 0, words: last.words },
});
const view = (first: TrailPage, last: TrailPage) =>
  viewOf({ pages: [{ ...first, followed: 0 }], arrival: found(last) });
const labels = (hands: readonly ListedHand[]) => hands.map(({ label }) => label);

test('the page that was followed is the hand that led there, and counts once', async () => {
  const trail = await view(page('Lantern', [hand('Gazette')]), page('Gazette', [hand('Nora Vey', 'named_person')]));
  assert.deepEqual([trail!.disclosed, trail!.traced, labels(trail!.hands)], [1, 2, ['Gazette', 'Nora Vey']]);
});

test('a hand that names the page’s site is that page, whatever the page calls itself', async () => {
  const trail = await view(
    page('Lantern', [hand('Pellworth Gazette')]),
    page('The Pellworth and Orme Gazette Online', [hand('Nora Vey', 'named_person')], {
      url: 'https://www.pellworthgazette.example/pier',
    }),
  );
  assert.deepEqual([trail!.traced, trail!.broken], [2, null]);
});

test('who speaks does not publish: the page between is a hand of its own', async () => {
  const person = hand('Nora Vey', 'named_person');
  const trail = await view(page('Lantern', [person]), page('Gazette', [person]));
  assert.deepEqual([trail!.disclosed, labels(trail!.hands)], [1, ['Gazette', 'Nora Vey']]);
  assert.deepEqual(labels((await view(page('Lantern', [person]), page('Gazette', [])))!.hands), [
    'Gazette',
    'Nora Vey',
  ]);
});

test('where nobody was named, the page takes that place', async () => {
  const trail = await view(page('Lantern', [hand('reportedly', 'unspecified', 'unspecified')]), page('Gazette', []));
  assert.deepEqual([trail!.disclosed, labels(trail!.hands), trail!.broken], [1, ['Gazette'], null]);
});

test('a page that no hand leads to is not counted on, and a hand of another claim never is', async () => {
  const lies = await view(page('Lantern', [hand('Gazette')]), page('Lies', [hand('Nora Vey', 'named_person')]));
  assert.deepEqual([lies!.traced, lies!.broken], [1, 1]);
  const perhaps = await view(
    page('Lantern', [hand('Gazette'), hand('Courier', 'news_outlet', 'inherited')]),
    page('Gazette', [hand('Orme Post', 'news_outlet', 'inherited')]),
  );
  assert.deepEqual([perhaps!.disclosed, perhaps!.traced], [1, 1]);
});

test('a trail that comes back to a site or a publisher is circular', async () => {
  const gazette = page('Gazette', [hand('Lantern')]);
  assert.equal((await view(page('Lantern', [hand('Gazette')]), gazette))!.circular, 0);
  const same = await view(
    page('Lantern', [hand('Gazette')]),
    page('Gazette', [], { url: 'http://lantern.example/elsewhere' }),
  );
  assert.deepEqual([same!.circular, same!.traced], [0, 1]);
});

test('what says that it is only reported has lost no hedge', async () => {
  const cited = page('Gazette', [], { words: 'the pier may be shut' });
  assert.deepEqual(
    (await view(page('Lantern', [hand('Gazette')], { words: 'the pier is shut' }), cited))!.changes[0]!.matter,
    ['hedge-lost'],
  );
  const reported = page('Lantern', [hand('reportedly', 'unspecified', 'unspecified')], { words: 'the pier is shut' });
  assert.deepEqual((await view(reported, cited))!.changes[0]!.matter, []);
});

test('of several claims in a sentence the one that says it is taken, and none where the page says it itself', async () => {
  const arrive = async (...texts: string[]) => {
    const document = { blocks: texts.map((text) => ({ text })) };
    return arrivalOn(
      [page('Lantern', [], { words: 'the harbour wall cost 40,000 crowns' })],
      document,
      await analyze(document),
      { url: 'http://gazette.example/', title: '', publisher: 'Gazette', published: '' },
    );
  };
  const two = await arrive(
    'The ferry sailed on time.',
    'Nora Vey said the ferry was late, and Ann Roe said the harbour wall had cost 40,000 crowns.',
  );
  assert.deepEqual(two.kind === 'found' && labels(two.page.hands), ['Ann Roe']);
  const own = await arrive(
    'The ferry sailed on time.',
    'The harbour wall at Orme cost 40,000 crowns after all the years of work, though Nora Vey said so late.',
  );
  assert.deepEqual(own.kind === 'found' && [own.claim, own.page.hands], [null, []]);
  assert.equal((await arrive('The ferry sailed on time.', 'Nora Vey said the band had played.')).kind, 'not-found');
});
