/** What a card says about a claim. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Claim, Hop, Span } from 'hearsay';
import { cardText, type CardText, type ClaimContext } from '../../extension/src/content/card/card-text.ts';
import { listed } from '../../extension/src/content/claims/listing.ts';
import { quoting } from '../../extension/src/content/claims/quoting.ts';

const MESSAGES = JSON.parse(
  readFileSync(new URL('../../extension/_locales/en/messages.json', import.meta.url), 'utf8'),
);

/** The browser's own way with messages: `$NAME$` stands for what `placeholders` says. */
function getMessage(key: string, gaps: string[] = []): string {
  const { message, placeholders = {} } = MESSAGES[key] ?? { message: '' };
  return message.replace(
    /\$(\w+)\$/g,
    (_: string, name: string) => gaps[Number(placeholders[name.toLowerCase()].content.slice(1)) - 1] ?? '',
  );
}
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

const TEXT =
  'A study by the ministry found p. Ships will sail, the paper said, citing officials. She reportedly agreed, “and so do I,” Ann Roe denied.';
const at = (words: string): Span => ({ block: 0, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

function hop(type: Hop['type'], more: Partial<Hop> = {}): Hop {
  return {
    type,
    span: null,
    name: null,
    anonymous: type.startsWith('anonymous'),
    link: 'explicit',
    evidence: null,
    antecedent: null,
    address: null,
    reason: null,
    ...more,
  };
}

function card(chain: Hop[], more: Partial<Claim> = {}, besides: Partial<ClaimContext> = {}): CardText {
  const claim: Claim = {
    id: 'c1',
    content: [at('Ships will sail')],
    cue: [],
    source: [],
    kind: 'speech',
    directness: 'indirect',
    factuality: 'neutral',
    depth: chain.filter(({ link }) => link !== 'inherited').length,
    depthMax: chain.length,
    confidence: 1,
    chainConfidence: 1,
    parent: null,
    continues: null,
    chain,
    rule: '',
    ...more,
  };
  const quote = quoting([{ text: TEXT }]);
  const none = chain.map(() => null);
  const known: ClaimContext = {
    claim,
    number: 2,
    of: 16,
    host: { names: ['The Northern Lantern'], domain: 'lantern.example' },
    quote,
    hands: listed(claim, quote).hands,
    links: none,
    introductions: none,
    share: null,
    isBesideSource: false,
  };
  return cardText({ ...known, ...besides });
}

const COURIER = hop('news_outlet', { name: 'Tessaly Courier', link: 'anaphoric', evidence: at('the paper said') });
const OFFICIALS = hop('anonymous_collective', { span: at('officials'), evidence: at('officials') });
const NOBODY = hop('unspecified', { link: 'unspecified', evidence: at('reportedly') });

/** A row as a reader sees it: `name · what the page says`. */
const rows = (text: CardText) =>
  text.hands.map(({ label, isFirstPerhaps, how }) => {
    const said = how.map((phrases) =>
      phrases.map(({ words, span }) => (span === null ? words : `“${words}”`)).join(' '),
    );
    return [
      `${isFirstPerhaps ? 'perhaps ' : ''}${label.kind === 'page-words' ? `“${label.words}”` : label.words}`,
      ...said,
    ].join(' · ');
  });

test('depth in words', () => {
  const many = (count: number) => card(Array.from({ length: count }, () => COURIER)).depth;
  assert.deepEqual([1, 2, 3, 6, 7].map(many), [
    '1 hand away',
    '2 hands away',
    '3 hands away',
    '6 or more hands away',
    '6 or more hands away',
  ]);
  const { depth, perhaps } = card([COURIER, hop('news_outlet', { name: 'Nawras Net', link: 'inherited' })]);
  assert.deepEqual([depth, perhaps], ['1 hand away', 'perhaps 2']);
});

test('a name stands as a name, a description as the page’s words', () => {
  const kinds: [Hop, string, string][] = [
    [hop('named_person', { name: 'de la Cruz' }), 'name', 'de la Cruz'],
    [hop('institution', { name: 'Kestria' }), 'name', 'Kestria'],
    [hop('institution', { name: 'the ministry' }), 'page-words', 'the ministry'],
    [hop('news_outlet', { name: 'The Post' }), 'name', 'The Post'],
    [hop('news_outlet', { name: 'وكالة الأنباء' }), 'name', 'وكالة الأنباء'],
    [hop('document', { name: 'New York Post' }), 'name', 'New York Post'],
    [
      hop('document', { name: 'A study by the Institute for Coastal Trade' }),
      'page-words',
      'A study by the Institute for Coastal Trade',
    ],
    [hop('document', { name: 'Report' }), 'page-words', 'Report'],
    [hop('role_only', { name: 'The Minister' }), 'page-words', 'The Minister'],
    [hop('anonymous_collective', { name: '“well-informed sources”' }), 'page-words', 'well-informed sources'],
    [hop('document'), 'our-words', 'document'],
    [NOBODY, 'our-words', 'nobody named'],
  ];
  for (const [hand, kind, words] of kinds) assert.deepEqual(card([hand]).hands[0]!.label, { kind, words });
});

test('what the page says about each hand', () => {
  assert.deepEqual(rows(card([COURIER, OFFICIALS])), [
    'Tessaly Courier · “the paper said”',
    '“officials” · no reason found for leaving out the name',
  ]);
  assert.deepEqual(rows(card([NOBODY])), ['nobody named · “reportedly” is all the page says']);
  assert.deepEqual(rows(card([hop('named_person', { name: 'Ann Roe', link: 'implicit' })])), [
    'Ann Roe · the quote goes on, no name here',
  ]);
  const perhaps = [
    { ...COURIER, link: 'inherited' },
    { ...OFFICIALS, link: 'inherited' },
  ] as Hop[];
  assert.deepEqual(rows(card([COURIER, ...perhaps])).slice(1), [
    'perhaps Tessaly Courier · given for another claim from the same report',
    '“officials” · given for another claim from the same report',
  ]);
});

test('a name leads to where the page has it, when nothing quoted below does', () => {
  const leads = (hand: Hop) => card([hand]).hands[0]!.named;
  assert.deepEqual(leads({ ...COURIER, antecedent: at('the ministry') }), null, 'the words “introduced as” do');
  assert.deepEqual(leads({ ...COURIER, name: 'the ministry', antecedent: at('the ministry') }), at('the ministry'));
  assert.deepEqual(leads(OFFICIALS), at('officials'));
  assert.deepEqual(leads(COURIER), null, 'its evidence does');
});

test('which report “the report” is', () => {
  const report = hop('document', {
    span: at('the paper'),
    link: 'anaphoric',
    evidence: at('the paper said'),
    antecedent: at('A study by the ministry'),
  });
  assert.deepEqual(rows(card([report])), ['“the paper” · “the paper said” · introduced as “A study by the ministry”']);
  const known = { ...report, name: 'A study by the ministry' };
  assert.deepEqual(rows(card([known])), ['“A study by the ministry” · “the paper said”'], 'not said twice');
});

test('why somebody stays unnamed, or that no reason for it was found', () => {
  assert.deepEqual(rows(card([{ ...OFFICIALS, reason: at('and so do I') }])), [
    '“officials” · kept unnamed “and so do I”',
  ]);
  assert.deepEqual(rows(card([OFFICIALS])), ['“officials” · no reason found for leaving out the name']);
  assert.deepEqual(
    rows(card([hop('vague_collective', { span: at('officials') })])),
    ['“officials”'],
    'nobody’s name is kept there',
  );
});

test('who somebody is, where only another paragraph says so', () => {
  const roe = hop('named_person', {
    name: 'Ann Roe',
    span: at('She'),
    link: 'anaphoric',
    evidence: at('She reportedly'),
  });
  assert.deepEqual(rows(card([roe], {}, { introductions: [at('A study by the ministry')] })), [
    'Ann Roe · “She reportedly” · introduced as “A study by the ministry”',
  ]);
});

test('how much of the page came the same way', () => {
  const share = (claims: number, isOneVoice: boolean) =>
    card([OFFICIALS], {}, { share: { claims, all: 51, isOneVoice } }).share;
  assert.equal(share(7, true), '7 of this page’s 51 claims, all from one unnamed voice');
  assert.equal(share(7, false), '7 of this page’s 51 claims are from this source');
  assert.equal(card([OFFICIALS]).share, null);
});

test('tags, in their order', () => {
  const all = card([COURIER, OFFICIALS], { directness: 'direct', continues: 'c0', factuality: 'hedged' });
  assert.deepEqual(all.tags, ['their words', 'the quote goes on', 'the page is cautious here']);
  assert.deepEqual(card([NOBODY], { directness: 'mixed' }).tags, ['partly their words']);
  assert.deepEqual(card([COURIER], { factuality: 'counterfactive', cue: [at('denied')] }).tags, [
    'the source denies it',
  ]);
  assert.deepEqual(card([COURIER], { factuality: 'counterfactive', cue: [at('said')] }).tags, [
    'the page calls it wrong',
  ]);
  assert.deepEqual(card([COURIER], { factuality: 'nonassertive' }).tags, ['not put as a statement']);
  assert.deepEqual(card([COURIER]).tags, []);
});

test('the line to copy', () => {
  const inherited = { ...OFFICIALS, link: 'inherited' } as Hop;
  assert.equal(
    card([COURIER, hop('news_outlet', { name: 'Nawras Net' }), inherited]).copy,
    '“Ships will sail” (2 hands away, perhaps 3): lantern.example ← Tessaly Courier ← Nawras Net ← perhaps “officials”',
  );
  assert.match(
    card([COURIER], { content: [at('She'), at('“and so do I,”')] }).copy,
    /^“She … ‘and so do I’” \(1 hand away\)/,
  );
});

test('what is read out', () => {
  const inherited = { ...OFFICIALS, link: 'inherited' } as Hop;
  assert.equal(
    card([COURIER, hop('news_outlet', { name: 'Nawras Net' }), inherited]).spoken,
    'Claim 2 of 16. Tessaly Courier, citing Nawras Net. Perhaps from unnamed officials. 2 hands away, perhaps 3.',
  );
});

test('long words are cut between words, never inside a character', () => {
  const long = hop('named_person', { name: `Ann ${'Roe '.repeat(99)}` });
  const { words } = card([long]).hands[0]!.label;
  assert.ok(words.length <= 163 && words.endsWith('Roe …'), words);
  const endless = hop('named_person', { name: `Ann ${'o'.repeat(300)}` });
  assert.match(card([endless]).hands[0]!.label.words, /^Ann o{100,} …$/);
  const emoji = hop('named_person', { name: '😀'.repeat(200) });
  assert.ok(card([emoji]).hands[0]!.label.words.isWellFormed());
});

test('a card never says whether something is so', () => {
  const words = Object.entries<{ message: string }>(MESSAGES).filter(
    ([key]) => key.startsWith('card_') || key.startsWith('depth_') || key.startsWith('type_'),
  );
  for (const [key, { message }] of words) {
    assert.doesNotMatch(
      message,
      /\b(?:true|false|fake|truth|reliab|trust|credib|verif|fact|only|merely|just|first-hand)/i,
      key,
    );
  }
});
