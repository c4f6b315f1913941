/** What is typed into the forms of the stores fits there, and says something of each permission that is asked for. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const STORE = 'extension/store';

/** The longest summary of an extension, in characters: Chrome's store takes the least of both. */
const SUMMARY = 132;
/** The longest description. Firefox takes 15,000. */
const DESCRIPTION = 15_000;
/** The longest reason for a permission that Chrome's form takes. */
const REASON = 1000;

/** The rows of a table, without its head. */
function rows(file: string): string[][] {
  const lines = readFileSync(`${STORE}/${file}`, 'utf8').trimEnd().split('\n');
  return lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
}

/** The length as the forms count it. */
function characters(text: string): number {
  return [...text].length;
}

test('every permission has its reason, and no other has', () => {
  const manifest = JSON.parse(readFileSync('extension/manifest.json', 'utf8'));
  const asked = [...manifest.permissions, ...manifest.host_permissions];
  assert.deepEqual(
    rows('permissions.tsv')
      .map(([permission]) => permission)
      .sort(),
    asked.sort(),
  );
  for (const [permission, why, ...more] of rows('permissions.tsv')) {
    assert(why !== undefined && more.length === 0, permission);
    assert(characters(why) > 20 && characters(why) <= REASON, `${permission}: ${characters(why)} characters`);
  }
});

test('every answer fits into its form', () => {
  const answers = rows('answers.tsv');
  for (const [store, question, most, answer, ...more] of answers) {
    assert(['chrome', 'firefox'].includes(store!) && answer !== undefined && more.length === 0, question);
    assert(
      characters(answer) > 0 && characters(answer) <= Number(most),
      `${store}, ${question}: ${characters(answer)} characters`,
    );
  }
  for (const store of ['chrome', 'firefox']) {
    assert(
      answers.some(([of, question]) => of === store && question === 'category'),
      `no category for ${store}`,
    );
  }
});

test('the summary and the description fit into both stores', () => {
  for (const language of readdirSync('extension/_locales')) {
    const { extension_description } = JSON.parse(readFileSync(`extension/_locales/${language}/messages.json`, 'utf8'));
    assert(
      characters(extension_description.message) <= SUMMARY,
      `${language}: ${characters(extension_description.message)} characters`,
    );
  }
  assert(characters(readFileSync(`${STORE}/description.txt`, 'utf8')) <= DESCRIPTION);
});

test('the description tells the languages that there are', () => {
  const description = readFileSync(`${STORE}/description.txt`, 'utf8');
  const names = new Intl.DisplayNames('en', { type: 'language' });
  for (const language of readdirSync('extension/_locales')) {
    assert(description.includes(names.of(language)!), language);
  }
});

test('the name by which Firefox knows the extension is one that reviewers are told to change until it is somebody’s', () => {
  const { browser_specific_settings } = JSON.parse(readFileSync('extension/manifest.json', 'utf8'));
  const { id } = browser_specific_settings.gecko;
  const told = readFileSync(`${STORE}/README.md`, 'utf8').includes(id);
  assert.equal(told, id.endsWith('.example'));
});
