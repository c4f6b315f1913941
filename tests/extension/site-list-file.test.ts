/** The list of sites as a file: what is written can be read, and what is wrong is named and changes nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostIn } from '../../extension/src/pages/options/host-in.ts';
import { readSiteFile, writeSiteFile } from '../../extension/src/pages/options/site-list-file.ts';
import type { Rule } from '../../extension/src/settings/schema.ts';

const file = (sites: unknown, more: object = {}) => JSON.stringify({ hearsay: 'sites', version: 1, sites, ...more });

test('what was written is read again', () => {
  const sites = new Map<string, Rule>([
    ['news.example', 'off'],
    ['127.0.0.1', 'on'],
    ['xn--bcher-kva.example', 'on'],
    ['constructor', 'off'],
  ]);
  const read = readSiteFile(writeSiteFile(sites));
  assert.ok(read instanceof Map);
  assert.deepEqual(new Map([...read].sort()), new Map([...sites].sort()));
});

test('an empty list is a list', () => {
  assert.deepEqual(readSiteFile(writeSiteFile(new Map())), new Map());
});

const bad: [what: string, text: string, fault: object][] = [
  ['a file of 50 MB', ' '.repeat(50_000_000), { wrong: 'too-large' }],
  ['an empty file', '', { wrong: 'not-json' }],
  ['a picture', '\x89PNG\r\n', { wrong: 'not-json' }],
  ['half a file', file({ 'news.example': 'on' }).slice(0, -3), { wrong: 'not-json' }],
  ['null', 'null', { wrong: 'not-a-list' }],
  ['an array', '[{"hearsay": "sites"}]', { wrong: 'not-a-list' }],
  ['another program’s file', '{"sites": {"news.example": "on"}}', { wrong: 'not-a-list' }],
  ['sites as an array', file(['news.example']), { wrong: 'not-a-list' }],
  ['sites left out', file(undefined), { wrong: 'not-a-list' }],
  [
    'sites only in the prototype',
    '{"hearsay": "sites", "version": 1, "__proto__": {"sites": {"news.example": "on"}}}',
    { wrong: 'not-a-list' },
  ],
  ['a version that is no number', file({}, { version: '1' }), { wrong: 'not-a-list' }],
  ['a newer version', file({}, { version: 2 }), { wrong: 'newer' }],
  [
    'a list without end',
    file(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`s${n}.example`, 'on']))),
    { wrong: 'too-many' },
  ],
  [
    'a prototype key',
    '{"hearsay": "sites", "version": 1, "sites": {"__proto__": "on"}}',
    { wrong: 'site', entry: '__proto__' },
  ],
  [
    'an address in place of a site',
    file({ 'https://news.example/': 'on' }),
    { wrong: 'site', entry: 'https://news.example/' },
  ],
  ['a good site before a bad one', file({ 'news.example': 'on', 'a b': 'on' }), { wrong: 'site', entry: 'a b' }],
  ['a rule that is none', file({ 'news.example': 'perhaps' }), { wrong: 'rule', entry: 'news.example' }],
  ['a rule that is an object', file({ 'news.example': { on: true } }), { wrong: 'rule', entry: 'news.example' }],
];
for (const [what, text, fault] of bad) test(`${what} is refused`, () => assert.deepEqual(readSiteFile(text), fault));

const typed: [words: string, host: string | null][] = [
  ['news.example', 'news.example'],
  [' https://www.News.example/today?x=1 ', 'news.example'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['localhost:8080', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '[::1]'],
  ['', null],
  ['   ', null],
  ['news example', null],
  ['*.example', null],
  ['ftp://news.example', null],
  ['javascript:alert(1)', null],
  ['.example', null],
  [`${'a'.repeat(300)}.example`, null],
];
for (const [words, host] of typed)
  test(`“${words.slice(0, 40)}” means ${host ?? 'no site'}`, () => assert.equal(hostIn(words), host));
