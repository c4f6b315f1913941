/** The documents are spelt as British English is, but for words of our own in `words.txt`. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';

const OWN = readFileSync(new URL('words.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'));
const speller = nspell(dictionary as unknown as { aff: Buffer; dic: Buffer });
for (const word of OWN) speller.add(word);

const DOCUMENTS = ['.', 'docs', 'extension/store']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((file) => /\.(md|txt)$/.test(file))
  // A diary of trials, and a table that `cargo xtask bench` writes: both name things as programs do.
  .filter((file) => !['docs/engine-log.md', 'docs/performance.md'].includes(file));

/** The words that a person reads: no code, no addresses, no drawings. */
function wordsOf(document: string): string[] {
  const prose = document
    .replace(/^```.*?^```/gms, ' ')
    .replace(/^(?: {4}|\t).*$/gm, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/https?:\S+/g, ' ')
    .replace(/<[^>]*>/g, (tag) => /alt="([^"]*)"/.exec(tag)?.[1] ?? ' ')
    .replace(/[\w-]+\.(?:md|txt|tsv)/g, ' ');
  return prose.normalize('NFC').match(/\p{L}+(?:[’']\p{L}+)*/gu) ?? [];
}

/** Whether a word is spelt right: as it stands, or as a name that owns something. Capitals alone are an abbreviation. */
function isRight(word: string): boolean {
  if (word === word.toUpperCase()) return true;
  const plain = word.replaceAll('’', "'");
  return [plain, plain.replace(/'s?$/, '')].some((form) => speller.correct(form));
}

test('every word of the documents is in the dictionary, or one of ours', () => {
  const wrong = DOCUMENTS.flatMap((file) => {
    const words = wordsOf(readFileSync(file, 'utf8'));
    assert(words.length > 50, `${file}: ${words.length} words were read`);
    return [...new Set(words)].filter((word) => !isRight(word)).map((word) => `${file}: ${word}`);
  });
  assert.deepEqual(wrong, []);
});

test('a word that nobody knows is found', () => {
  assert.deepEqual(
    wordsOf('The `cod` is a [clame](x.md).').filter((word) => !isRight(word)),
    ['clame'],
  );
});

test('no word of ours is one that no document needs any more', () => {
  const used = new Set(
    DOCUMENTS.flatMap((file) => wordsOf(readFileSync(file, 'utf8'))).map((word) => word.replace(/[’']s?$/, '')),
  );
  assert.deepEqual(
    OWN.filter((word) => !used.has(word)),
    [],
  );
});
