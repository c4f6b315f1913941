/** The lessons: what the engine finds in each text, and how answers are held against it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { listed } from '../../extension/src/content/claims/listing.ts';
import { quoting } from '../../extension/src/content/claims/quoting.ts';
import { compare, type Answer } from '../../extension/src/lessons/compare.ts';
import { lessonAt, LESSONS } from '../../extension/src/lessons/texts.ts';
import { analyze, initSync, type Document } from '../../target/wasm/hearsay.js';

initSync({ module: readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url)) });
Object.assign(globalThis, { chrome: { i18n: { getMessage: (key: string) => key } } });

/** The hands of each sentence, by what is right. */
const RIGHT: string[][] = [
  ['', 'Edda Marsh', 'Piet Lorne', 'Ruth Anders', ''],
  ['Jonna Rask', 'Skerry Herald < Olle Tangen', 'Skerry Herald < Olle Tangen', 'Nordal Gazette < Inge Falk', ''],
  ['people familiar with the sale', 'reportedly', 'A senior official at the ministry', 'Harl Courier < two bankers', ''],
  ['', 'A report by the Institute for River Studies', 'Dagny Holm', 'Dagny Holm', 'A report by the Institute for River Studies'],
  ['Merrow Post', 'Merrow Post < Nordblick < a draft of the safety report', 'Nordblick < an engineer', 'The road office', ''],
];

function claimsOf(number: number) {
  const { headline, sentences } = lessonAt(number)!;
  const document: Document = { blocks: [{ text: headline, region: 'headline' }, ...sentences.map((text) => ({ text }))] };
  const quote = quoting(document.blocks);
  // Beliefs are found too, but no line is drawn for them.
  return analyze(document).claims.filter(({ kind, depth }) => kind === 'speech' && depth > 0).map((claim) => listed(claim, quote));
}

test('every text says what its lesson teaches', () => {
  assert.equal(RIGHT.length, LESSONS);
  RIGHT.forEach((right, place) => {
    const { sentences } = lessonAt(place + 1)!;
    const found = compare(sentences, [], claimsOf(place + 1)).map(({ found }) => (found?.hands ?? []).filter(({ link }) => link !== 'inherited').map(({ label }) => label).join(' < '));
    assert.deepEqual(found, right, lessonAt(place + 1)!.headline);
  });
});

test('an answer is the same when the number is, and whoever is named is one of the hands', () => {
  const { sentences } = lessonAt(2)!;
  const same = (place: number, hands: Answer['hands'], who = '') => compare(sentences, sentences.map((_, other) => (other === place ? { hands, who } : { hands: null, who: '' })), claimsOf(2))[place]!.isSame;
  for (const [place, hands, who, expected] of [
    [1, 2, '', true],
    [1, 2, 'Tangen', true],
    [1, 2, 'the herald', true],
    [1, 2, 'the Gazette', false],
    [1, 1, 'Tangen', false],
    [1, null, 'Tangen', false],
    [4, 0, '', true],
    [4, 1, '', false],
    [4, 0, 'the mayor', false],
  ] as const) {
    assert.equal(same(place, hands, who), expected, `${place} ${hands} ${who}`);
  }
});
