/** How much a page pays, in bytes of script, by what is done on it; and what the engine weighs on its way to a reader. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const KB = 1024;
/** What keeps lines and states right whatever a page does, and follows a page that changes, has its price in the first two. */
const BUDGETS: [what: string, file: string, most: number][] = [
  ['every page', 'content.js', 15 * KB],
  ['a page that is an article, besides', 'reader.js', 50 * KB],
  ['a page whose reader points at a claim, besides', 'card.js', 30 * KB],
];

for (const [what, file, most] of BUDGETS) {
  test(`${what}: ${file} keeps to ${most / KB} kB`, () => {
    const { size } = statSync(`target/extension/chrome/${file}`);
    assert.ok(size <= most, `${file} has ${size} bytes, ${size - most} too many`);
  });
}

/**
 * 400 kB is what the engine is to weigh. Optimized for size alone (`opt-level = "z"`) it does, and takes 1.4 times as long
 * to read a page; so the budget gives way to what the newer mechanisms weigh, and no further. Following a claim into another
 * article weighs 13 kB of it, and comparing several articles 3.
 */
const ENGINE = 466_000;

test(`the engine keeps to ${ENGINE / 1000} kB, gzipped`, () => {
  const { length } = gzipSync(readFileSync('target/extension/chrome/hearsay.wasm'), { level: 9 });
  assert.ok(length <= ENGINE, `hearsay.wasm has ${length} bytes, ${length - ENGINE} too many`);
});
