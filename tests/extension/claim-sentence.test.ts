/** The sentence for who said a claim: every shape of chain, in every language. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sentenceOf } from '../../extension/src/claims/claim-sentence.ts';
import type { ListedHand } from '../../extension/src/messages.ts';

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
const all = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    JSON.parse(
      readFileSync(new URL(`../../extension/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
    ) as Messages,
  ]),
);

/** The browser's own way with messages: `$NAME$` stands for what `placeholders` says. */
function speak(language: (typeof LANGUAGES)[number]): void {
  const getMessage = (key: string, gaps: string[] = []) => {
    const { message, placeholders = {} } = all[language]![key] ?? { message: '' };
    return message.replace(
      /\$(\w+)\$/g,
      (_, name: string) => gaps[Number(placeholders[name.toLowerCase()]!.content.slice(1)) - 1] ?? '',
    );
  };
  Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
}

const hand = (label: string, type: ListedHand['type'], more: Partial<ListedHand> = {}): ListedHand => ({
  label,
  named: /^(?:named|news)/.test(type) && !/^an? /.test(label),
  type,
  anonymous: type.startsWith('anonymous'),
  link: 'explicit',
  ...more,
});
const REUTERS = hand('Reuters', 'news_outlet');
const NAWRAS = hand('Nawras Net', 'news_outlet');
const ROE = hand('Ann Roe', 'named_person');
const MINISTER = hand('The minister', 'role_only');
const INSIDER = hand('An insider', 'anonymous_individual');
const OFFICIALS = hand('two officials', 'anonymous_collective');
const FAMILIAR = hand('People familiar with the talks', 'anonymous_collective');
const EXPERTS = hand('Experts', 'vague_collective');
const STUDY = hand('A study by the ministry', 'document');
const NOBODY = hand('reportedly', 'unspecified', { link: 'unspecified' });
const perhaps = (hand: ListedHand): ListedHand => ({ ...hand, link: 'inherited' });

const SHAPES: [hands: ListedHand[], page: string, en: string, de: string, es: string, fr: string][] = [
  [[], 'E! News', 'This page’s own.', 'Von dieser Seite selbst.', 'De esta misma página.', 'De cette page même.'],
  [[ROE], 'E! News', 'According to Ann Roe.', 'Laut Ann Roe.', 'Según Ann Roe.', 'Selon Ann Roe.'],
  [
    [MINISTER],
    'E! News',
    'According to the minister.',
    'Laut „The minister“.',
    'Según «The minister».',
    'Selon « The minister ».',
  ],
  [[EXPERTS], '', 'According to experts.', 'Laut „Experts“.', 'Según «Experts».', 'Selon « Experts ».'],
  [
    [STUDY],
    '',
    'According to a study by the ministry.',
    'Laut „A study by the ministry“.',
    'Según «A study by the ministry».',
    'Selon « A study by the ministry ».',
  ],
  [
    [hand('report', 'document')],
    '',
    'According to “report”.',
    'Laut „report“.',
    'Según «report».',
    'Selon « report ».',
  ],
  [
    [INSIDER],
    'E! News',
    'E! News, from an unnamed insider.',
    'E! News unter Berufung auf „An insider“, ohne Namen.',
    'E! News, que cita a «An insider», sin nombre.',
    'E! News, qui cite « An insider », sans nom.',
  ],
  [
    [INSIDER],
    '',
    'This page, from an unnamed insider.',
    'Diese Seite unter Berufung auf „An insider“, ohne Namen.',
    'Esta página, que cita a «An insider», sin nombre.',
    'Cette page, qui cite « An insider », sans nom.',
  ],
  [
    [OFFICIALS],
    'Reuters',
    'Reuters, citing two officials it does not name.',
    'Reuters unter Berufung auf „two officials“, ohne Namen.',
    'Reuters, que cita a «two officials», sin nombre.',
    'Reuters, qui cite « two officials », sans nom.',
  ],
  [
    [REUTERS, OFFICIALS],
    'E! News',
    'Reuters, citing two officials it does not name.',
    'Reuters unter Berufung auf „two officials“, ohne Namen.',
    'Reuters, que cita a «two officials», sin nombre.',
    'Reuters, qui cite « two officials », sans nom.',
  ],
  [
    [REUTERS, ROE],
    '',
    'Reuters, citing Ann Roe.',
    'Reuters unter Berufung auf Ann Roe.',
    'Reuters, que cita a Ann Roe.',
    'Reuters, qui cite Ann Roe.',
  ],
  [
    [ROE, OFFICIALS],
    '',
    'Ann Roe, citing two unnamed officials.',
    'Ann Roe unter Berufung auf „two officials“, ohne Namen.',
    'Ann Roe, que cita a «two officials», sin nombre.',
    'Ann Roe, qui cite « two officials », sans nom.',
  ],
  [
    [OFFICIALS, ROE],
    '',
    'Two unnamed officials, citing Ann Roe.',
    '„two officials“, ohne Namen unter Berufung auf Ann Roe.',
    '«two officials», sin nombre, que cita a Ann Roe.',
    '« two officials », sans nom, qui cite Ann Roe.',
  ],
  [
    [REUTERS, NAWRAS, FAMILIAR],
    '',
    'Reuters, citing Nawras Net, citing unnamed people familiar with the talks.',
    'Reuters unter Berufung auf Nawras Net unter Berufung auf „People familiar with the talks“, ohne Namen.',
    'Reuters, que cita a Nawras Net, que cita a «People familiar with the talks», sin nombre.',
    'Reuters, qui cite Nawras Net, qui cite « People familiar with the talks », sans nom.',
  ],
  [
    [NOBODY],
    'E! News',
    'Nobody is named: only “reportedly”.',
    'Niemand wird genannt, es heißt nur „reportedly“.',
    'No se nombra a nadie: solo «reportedly».',
    'Personne n’est nommé : seulement « reportedly ».',
  ],
  [
    [{ ...NOBODY, label: '' }],
    '',
    'Nobody is named.',
    'Niemand wird genannt.',
    'No se nombra a nadie.',
    'Personne n’est nommé.',
  ],
  [
    [NOBODY, REUTERS, ROE],
    '',
    'Somebody not named (“reportedly”), citing Reuters, citing Ann Roe.',
    'Jemand ohne Namen („reportedly“) unter Berufung auf Reuters unter Berufung auf Ann Roe.',
    'Alguien sin nombre («reportedly»), que cita a Reuters, que cita a Ann Roe.',
    'Quelqu’un sans nom (« reportedly »), qui cite Reuters, qui cite Ann Roe.',
  ],
  [
    [REUTERS, perhaps(FAMILIAR)],
    '',
    'According to Reuters. Perhaps from unnamed people familiar with the talks.',
    'Laut Reuters. Vielleicht von „People familiar with the talks“, ohne Namen.',
    'Según Reuters. Quizá de «People familiar with the talks», sin nombre.',
    'Selon Reuters. Peut-être d’après « People familiar with the talks », sans nom.',
  ],
];

for (const [at, language] of LANGUAGES.entries()) {
  test(`each shape of chain in ${language}`, () => {
    speak(language);
    // A space that does not break is one to a reader.
    const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ');
    for (const [hands, page, ...sentences] of SHAPES) assert.equal(plain(sentenceOf(hands, page)), sentences[at]);
  });

  test(`six hands with names of 300 letters, and hands without any, in ${language}`, () => {
    speak(language);
    const long = Array.from({ length: 6 }, (_, at) => hand(String.fromCharCode(65 + at).repeat(300), 'news_outlet'));
    const sentence = sentenceOf(long, 'E! News');
    for (const { label } of long) assert.equal(sentence.split(label).length, 2, 'each once');
    const types: ListedHand['type'][] = [
      'named_person',
      'role_only',
      'institution',
      'news_outlet',
      'document',
      'anonymous_individual',
      'anonymous_collective',
      'vague_collective',
      'unspecified',
      'self',
    ];
    for (const type of types) {
      for (const hands of [
        [hand('', type, { named: false })],
        [hand('', type, { named: false }), hand('', type, { named: false })],
      ]) {
        const words = sentenceOf(hands, '');
        assert.match(words, /^\p{Lu}.*[^.\s]\.$/u, words);
        assert.doesNotMatch(words, /undefined|null|\$|[“«„]\s*[”»“]/, words);
      }
    }
  });
}

test('an English description says that somebody is not named where its grammar has room for it', () => {
  speak('en');
  const said = (label: string, type: ListedHand['type'] = 'anonymous_collective') =>
    sentenceOf([ROE, hand(label, type)], '')
      .replace('Ann Roe, citing ', '')
      .replace('Ann Roe, from ', '');
  assert.equal(said('A senior aide', 'anonymous_individual'), 'an unnamed senior aide.');
  assert.equal(said('Another source', 'anonymous_individual'), 'another unnamed source.');
  assert.equal(said('the insider', 'anonymous_individual'), 'the insider, not named.');
  assert.equal(said('one of the officials', 'anonymous_individual'), 'one of the officials, not named.');
  assert.equal(said('Officials'), 'unnamed officials.');
  assert.equal(said('Israeli officials'), 'unnamed Israeli officials.');
  assert.equal(said('his aides'), 'his aides, not named.');
  assert.equal(said('anonymous sources'), 'anonymous sources.');
});

test('a name is written as it is, at the head of a sentence too', () => {
  speak('en');
  assert.equal(sentenceOf([hand('dpa', 'news_outlet'), ROE], ''), 'dpa, citing Ann Roe.');
  assert.equal(sentenceOf([hand('Orsund Inc.', 'institution', { named: true })], ''), 'According to Orsund Inc.');
});

test('what a source denies is not said to be according to it', () => {
  const denied = LANGUAGES.map((language) => (speak(language), sentenceOf([ROE], 'E! News', true)));
  assert.deepEqual(denied, [
    'Denied by Ann Roe.',
    'Bestritten von Ann Roe.',
    'Desmentido por Ann Roe.',
    'Démenti par Ann Roe.',
  ]);
  speak('en');
  assert.equal(sentenceOf([MINISTER], '', true), 'Denied by the minister.');
  assert.equal(sentenceOf([REUTERS, ROE], '', true), 'Reuters, citing Ann Roe.');
});
