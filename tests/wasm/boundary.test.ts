/** The engine as browsers load it: plain objects in and out, every offset in UTF-16 code units. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyze, initSync, type Document, type Report, type Span } from '../../target/wasm/hearsay.js';

initSync({ module: readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url)) });

const article = (...texts: string[]): Document => ({ blocks: texts.map((text) => ({ text })) });
const words = (document: Document, spans: Span[]) =>
  spans.map(({ block, start, end }) => document.blocks[block]?.text.slice(start, end));

test('spans name the claim, whatever characters stand before and inside it', () => {
  const cases: [name: string, before: string, claim: string][] = [
    ['plain', '', 'the bridge will open on Monday'],
    ['an emoji', '🚢 ', 'the bridge will open 🎉 on Monday'],
    ['a family of emoji', '👩‍👩‍👧 ', 'the bridge will open on Monday'],
    ['combining marks', '', 'the bri\u{301}dge will o\u{308}pen on Monday'],
    ['no-break spaces', '', 'the\u{a0}bridge will open on\u{a0}Monday'],
    ['soft hyphens', '', 'the bridge will open on Mon\u{ad}day'],
    ['a lone surrogate', '\ud83d ', 'the bridge will open on Monday'],
    ['a lone surrogate the wrong way round', '\udea2\ud83d ', 'the bridge will open on Monday'],
  ];
  for (const [name, before, claim] of cases) {
    const document = article(`${before}Nothing moved.`, `${before}Mayor Anna Fox said ${claim}.`);
    const { claims } = analyze(document);
    assert.deepEqual(
      claims.map(({ content }) => words(document, content)),
      [[claim]],
      name,
    );
    assert.deepEqual(words(document, claims[0]!.cue), ['said'], name);
    assert.equal(words(document, [claims[0]!.chain[0]!.span!])[0], 'Mayor Anna Fox', name);
  }
});

test('a quotation is found in any quotation marks', () => {
  for (const quotation of [
    '“The bridge is shut,”',
    '"The bridge is shut,"',
    '‘The bridge is shut,’',
    '«The bridge is shut,»',
  ]) {
    const document = article(`${quotation} Anna Fox said.`);
    const { claims } = analyze(document);
    assert.deepEqual(
      claims.map(({ content }) => words(document, content)),
      [[quotation]],
      quotation,
    );
  }
});

test('a link to an outlet counts in UTF-16 code units too', () => {
  const text = '🚢🚢 The bridge will open on Monday, a paper reported.';
  const start = text.indexOf('a paper');
  const address = 'https://www.northerncourier.example/bridge';
  const link = { start, end: start + 'a paper'.length, domain: 'northerncourier.example', address };
  const [claim] = analyze({ blocks: [{ text, links: [link] }] }).claims;
  assert.equal(claim?.chain[0]?.name, 'Northern Courier');
  assert.equal(claim.chain[0].address, address);
  const elsewhere = { ...link, start: 0, end: 2 };
  const [other] = analyze({ blocks: [{ text, links: [elsewhere] }] }).claims;
  assert.equal(other?.chain[0]?.name, null);
});

test('values that are missing are null, which survives a message', () => {
  const [claim] = analyze(article('The bridge will reportedly open on Monday.')).claims;
  assert.equal(claim?.chain[0]?.name, null);
  assert.equal(claim?.parent, null);
  assert.deepEqual(JSON.parse(JSON.stringify(claim)), claim);
});

test('an article without text has no claims', () => {
  const nothing: Report = { ...analyze({ blocks: [] }) };
  assert.deepEqual(nothing.claims, []);
  assert.deepEqual(analyze(article('', ' ', '\u{ad}', '\ud83d')).claims, []);
});

test('what is not a document throws an error that says why', () => {
  const cases: [given: unknown, reason: RegExp][] = [
    [undefined, /Not a document: it is missing, and should be an object\./],
    ['text', /Not a document: it is "text", and should be an object\./],
    [null, /Not a document: it is null/],
    [{}, /Not a document: blocks is missing, and should be an array\./],
    [{ blocks: {} }, /Not a document: blocks is \{\}, and should be an array\./],
    [{ blocks: [{}] }, /Not a document: blocks\[0\]\.text is missing, and should be a string\./],
    [{ blocks: [{ text: '' }, { text: 7 }] }, /Not a document: blocks\[1\]\.text is 7, and should be a string\./],
    [
      { blocks: [{ text: '', region: 'footer' }] },
      /Not a document: blocks\[0\]\.region is "footer", and should be “headline”, .*“list-item”/,
    ],
    [{ blocks: [], host: { names: 'Lantern' } }, /Not a document: host\.names is "Lantern", and should be an array\./],
    [
      { blocks: [{ text: 'a🚢', links: [{ start: 1, end: 4, domain: '' }] }] },
      /blocks\[0\]\.links\[0\] is 1 to 4.* 3 UTF-16/,
    ],
    [
      { blocks: [{ text: 'ab', links: [{ start: -1, end: 1, domain: '' }] }] },
      /blocks\[0\]\.links\[0\]\.start is -1, and should be a whole number from 0 on\./,
    ],
    [article('x'.repeat(20_000_001)), /too long: 20000001 bytes/],
  ];
  for (const [given, reason] of cases) {
    assert.throws(
      () => analyze(given as Document),
      (error) => error instanceof Error && reason.test(error.message),
      String(reason),
    );
  }
});

test('after an error the engine still answers', () => {
  assert.throws(() => analyze({} as Document));
  assert.equal(analyze(article('Anna Fox said the bridge is shut.')).claims.length, 1);
});
