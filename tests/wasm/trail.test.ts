/** Following a claim into another article, as browsers ask for it: plain objects, offsets in UTF-16 code units. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { changesBetween, countOn, findAgain, initSync, type Document, type Span } from '../../target/wasm/hearsay.js';

initSync({ module: readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url)) });

const PAGE: Document = {
  blocks: [
    { text: '🚢 The ferry sailed. 🚢 The pier at Lowby will be closed in May, harbour master Nora Vey said.' },
    { text: 'Two clerks told the Gazette that repairs would cost 40,000 crowns.' },
  ],
};
const words = ({ block, start, end }: Span) => PAGE.blocks[block]!.text.slice(start, end);

test('a claim is found where the other page says it', () => {
  const { found, passages } = findAgain('Lowby’s pier closes in May', PAGE);
  assert.equal(found, true);
  assert.deepEqual(passages.map(words), ['🚢 The pier at Lowby will be closed in May, harbour master Nora Vey said.']);
});

test('another claim is not found, and what comes closest is offered', () => {
  const { found, passages } = findAgain('Nora Vey invented two divers for the Gazette', PAGE);
  assert.equal(found, false);
  assert.ok(passages.length > 0 && passages.length <= 3, JSON.stringify(passages));
  assert.deepEqual(findAgain('', PAGE), { found: false, passages: [] });
});

test('what is no article throws what analysing it would', () => {
  assert.throws(() => findAgain('The pier', {} as Document), /Not a document: blocks is missing/);
});

test('what changed is told in words and in pieces', () => {
  const cited = '🚢 it may have been known';
  const citing = '🚢🚢 it has been known';
  const { gone, new: came, matter } = changesBetween(cited, 1, citing, 0);
  assert.deepEqual(
    gone.map(({ start, end }) => cited.slice(start, end)),
    ['may have'],
  );
  assert.deepEqual(
    came.map(({ start, end }) => citing.slice(start, end)),
    ['has'],
  );
  assert.deepEqual(matter, ['hedge-lost', 'source-lost']);
});

test('hands are counted on, and what is not there is null', () => {
  const legs = [
    { publisher: 'Lantern', hands: ['Pellworth Gazette'] },
    { publisher: 'The Pellworth Gazette', hands: [null, 'Nora Vey'] },
  ];
  assert.deepEqual(countOn(legs), {
    disclosed: 1,
    hands: [
      { page: 0, at: 0 },
      { page: 1, at: 0 },
      { page: 1, at: 1 },
    ],
    circular: null,
    broken: null,
  });
  assert.deepEqual(countOn([...legs, { publisher: 'Lantern', hands: [] }]).circular, 0);
  assert.deepEqual(countOn([]), { disclosed: 0, hands: [], circular: null, broken: null });
});
