/** The lessons: what the engine finds in each text, and how answers are held against it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { listed } from '../../extension/src/content/claims/listing.ts';
import { quoting } from '../../extension/src/content/claims/quoting.ts';
import { compare, type Answer } from '../../extension/src/lessons/compare.ts';
import { marked, struck, wordsOf, type Marks, type Word } from '../../extension/src/lessons/marks.ts';
import { lessonAt, LESSONS } from '../../extension/src/lessons/texts.ts';
import { analyze, initSync, type Document } from '../../target/wasm/hearsay.js';

initSync({ module: readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url)) });
Object.assign(globalThis, { chrome: { i18n: { getMessage: (key: string) => key } } });

/** The hands of each sentence, by what is right. */
const RIGHT: string[][] = [
  ['', 'Edda Marsh', 'Piet Lorne', 'Ruth Anders', ''],
  ['Jonna Rask', 'Skerry Herald < Olle Tangen', 'Skerry Herald < Olle Tangen', 'Nordal Gazette < Inge Falk', ''],
  [
    'people familiar with the sale',
    'reportedly',
    'A senior official at the ministry',
    'Harl Courier < two bankers',
    '',
  ],
  [
    '',
    'A report by the Institute for River Studies',
    'Dagny Holm',
    'Dagny Holm',
    'A report by the Institute for River Studies',
  ],
  [
    'Merrow Post',
    'Merrow Post < Nordblick < a draft of the safety report',
    'Nordblick < an engineer',
    'The road office',
    '',
  ],
];

function claimsOf(number: number) {
  const { headline, sentences } = lessonAt(number)!;
  const document: Document = {
    blocks: [{ text: headline, region: 'headline' }, ...sentences.map((text) => ({ text }))],
  };
  const quote = quoting(document.blocks);
  // Beliefs are found too, but no line is drawn for them.
  return analyze(document)
    .claims.filter(({ kind, depth }) => kind === 'speech' && depth > 0)
    .map((claim) => listed(claim, quote));
}

test('every text says what its lesson teaches', () => {
  assert.equal(RIGHT.length, LESSONS);
  RIGHT.forEach((right, place) => {
    const { sentences } = lessonAt(place + 1)!;
    const found = compare(sentences, [], claimsOf(place + 1)).map(({ found }) =>
      (found?.hands ?? [])
        .filter(({ link }) => link !== 'inherited')
        .map(({ label }) => label)
        .join(' < '),
    );
    assert.deepEqual(found, right, lessonAt(place + 1)!.headline);
  });
});

/** Marks words of a sentence: `who` and `what` are runs of them. */
function marksOf(sentence: string, who: string[], what: string[]): Marks {
  const isIn = (run: string, { start, end }: Word) =>
    sentence.indexOf(run) <= start && end <= sentence.indexOf(run) + run.length;
  return wordsOf(sentence).map((word) =>
    who.some((run) => isIn(run, word)) ? 'who' : what.some((run) => isIn(run, word)) ? 'what' : null,
  );
}

test('an answer is the same in who says it, in what is claimed and in the number of hands, each for itself', () => {
  const different = (lesson: number, place: number, hands: Answer['hands'], who: string[], what: string[]) => {
    const { sentences } = lessonAt(lesson)!;
    const answers = sentences.map(
      (sentence, other): Answer =>
        other === place ? { hands, marks: marksOf(sentence, who, what) } : { hands: null, marks: [] },
    );
    return compare(sentences, answers, claimsOf(lesson))[place]!.different.join(' ');
  };
  const BOAT = 'The boat was built in Brekke,';
  for (const [lesson, place, hands, who, what, expected] of [
    [2, 1, 2, ['the Skerry Herald', 'Olle Tangen.'], [BOAT], ''],
    [2, 1, 2, ['Skerry Herald', 'manager Olle Tangen.'], ['boat was built in Brekke,'], ''],
    [2, 1, 2, ['Olle Tangen.'], [BOAT], 'who'],
    [2, 1, 2, ['Skerry Herald', 'Olle Tangen.', 'citing'], [BOAT], 'who'],
    [2, 1, 1, ['Skerry Herald', 'Olle Tangen.'], ['Brekke,'], 'what hands'],
    [2, 1, null, [], [], 'who what hands'],
    [2, 4, 0, [], [], ''],
    [2, 4, 0, ['The crossing'], ['takes forty minutes.'], 'who what'],
    [4, 3, 1, ['She'], ['the ladder had been built for smaller fish.'], ''],
    [4, 4, 1, ['The report'], ['a second ladder would cost less than a bus.'], ''],
    [3, 1, 1, ['reportedly'], ['The price was', 'more than two million crowns.'], ''],
  ] as const) {
    assert.equal(different(lesson, place, hands, [...who], [...what]), expected, `${lesson}.${place} ${who} ${what}`);
  }
});

test('a stroke gives its mark to each word, or takes marks away, and a run is told without the signs around it', () => {
  const sentence = 'The boat was built, the “Herald” said.';
  const none = wordsOf(sentence).map(() => null);
  const all = struck(none, 3, 0, 'what');
  assert.deepEqual(marked(sentence, all, 'what'), ['The boat was built']);
  assert.deepEqual(marked(sentence, struck(all, 1, 1, null), 'what'), ['The', 'was built']);
  assert.deepEqual(marked(sentence, struck(all, 5, 5, 'who'), 'who'), ['Herald']);
});
