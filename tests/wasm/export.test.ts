/** Exports as browsers make them: what the engine found goes in, with offsets in UTF-16 code units. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { analyze, initSync as startEngine } from '../../target/wasm/hearsay.js';
import {
  exportClaims,
  initSync as startViews,
  type ExportedPage,
  type Format,
} from '../../target/wasm-views/hearsay-views.js';

const module = (file: string) => readFileSync(new URL(`../../target/${file}`, import.meta.url));
before(() => {
  startEngine({ module: module('wasm/hearsay_bg.wasm') });
  startViews({ module: module('wasm-views/hearsay-views_bg.wasm') });
});

const TEXT = '🚢 Mayor Anna Fox said the 🚢 would leave on Monday.';
const page = (over: Partial<ExportedPage> = {}): ExportedPage => ({
  url: 'https://lantern.example/',
  title: 'The ferry',
  author: '',
  published: '',
  document: { blocks: [{ text: TEXT }] },
  places: [[{ at: 0, position: 1000 }]],
  ...over,
});

test('a claim is found again by its words and by their place in code points', () => {
  const { document } = page();
  const annotations = JSON.parse(exportClaims('annotation', page(), analyze(document)));
  const [{ exact, prefix }, { start, end }] = annotations.first.items[0].target[0].selector;
  assert.equal(exact, 'the 🚢 would leave on Monday');
  assert.equal(prefix, '🚢 Mayor Anna Fox said ');
  assert.deepEqual([start, end], [1000 + [...prefix].length, 1000 + [...prefix, ...exact].length]);
});

test('runs of a block that stand apart on the page keep their own places', () => {
  const at = TEXT.indexOf('would');
  const places = [
    [
      { at: 0, position: 0 },
      { at, position: 500 },
    ],
  ];
  const annotations = JSON.parse(exportClaims('annotation', page({ places }), analyze(page().document)));
  const [, { start, end }] = annotations.first.items[0].target[0].selector;
  assert.deepEqual(
    [start, end],
    [[...TEXT.slice(0, TEXT.indexOf('the 🚢'))].length, 500 + 'would leave on Monday'.length],
  );
});

test('a value that is no page, report or format is refused in words', () => {
  const report = analyze(page().document);
  const cases: [says: RegExp, call: () => string][] = [
    [/^Not a format: /, () => exportClaims('pdf' as Format, page(), report)],
    [/^Not a page: /, () => exportClaims('csv', { ...page(), url: undefined } as never, report)],
    [/^Not a report: /, () => exportClaims('csv', page(), { claims: [{ id: 'seven' }] } as never)],
  ];
  for (const [says, call] of cases) assert.throws(call, { message: says });
});
