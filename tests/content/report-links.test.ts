/** Where a hand's report can be opened: what the page's links give, and what is never offered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Claim, Hop, Span } from 'hearsay';
import { quoting } from '../../extension/src/content/claims/quoting.ts';
import { reportLinks } from '../../extension/src/content/claims/report-links.ts';

const TEXT =
  'The pier was sold, Reuters reported, citing Ann Roe. The mayor said on Friday that the mill was shut. It rained.';
const at = (words: string): Span => ({ block: 0, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const hop = (type: Hop['type'], words: string, address: string | null = null): Hop => ({
  type,
  name: words,
  span: at(words),
  anonymous: false,
  link: 'explicit',
  evidence: at(words),
  antecedent: null,
  address,
  reason: null,
});

function links(chain: Hop[], linked: [words: string, address: string][], more: Partial<Claim> = {}): (string | null)[] {
  const block: Required<Block> = {
    text: TEXT,
    region: 'paragraph',
    links: linked.map(([words, address]) => ({ ...at(words), domain: '', address })),
  };
  const claim = { content: [at('The pier was sold')], cue: [at('reported')], chain, ...more } as Claim;
  return reportLinks(claim, [block], quoting([block])).map(
    (link) => link && `${link.isReport ? 'report' : 'link'} ${link.host ?? 'as said'}: ${link.address}`,
  );
}

const REUTERS = hop('news_outlet', 'Reuters');
const ROE = hop('named_person', 'Ann Roe');

test('a link on the words for who publishes, on its cue, or beside them in the sentence leads to its report', () => {
  for (const words of ['Reuters', 'reported', 'citing'])
    assert.deepEqual(
      links([REUTERS, ROE], [[words, 'https://reuters.com/1']]),
      ['report as said: https://reuters.com/1', null],
      words,
    );
  assert.deepEqual(links([REUTERS], [['It rained', 'https://reuters.com/1']]), [null], 'another sentence');
  assert.deepEqual(
    links([hop('news_outlet', 'Reuters', 'https://reuters.com/2')], [['Reuters', 'https://other.example/']]),
    ['report as said: https://reuters.com/2'],
    'what the engine found comes first',
  );
});

test('the site is told where the words do not name it', () => {
  assert.deepEqual(links([REUTERS], [['Reuters', 'https://www.lies.example/reuters']]), [
    'report lies.example: https://www.lies.example/reuters',
  ]);
  assert.deepEqual(links([REUTERS], [['Reuters', 'https://reuters.com.lies.example/']]), [
    'report reuters.com.lies.example: https://reuters.com.lies.example/',
  ]);
});

test('a link on a person is called no report, and one beside a person is none of theirs', () => {
  assert.deepEqual(links([ROE], [['Ann Roe', 'https://lives.example/roe']], { cue: [] }), [
    'link lives.example: https://lives.example/roe',
  ]);
  const mayor = { content: [at('the mill was shut')], cue: [at('said')] };
  assert.deepEqual(links([hop('role_only', 'The mayor')], [['on Friday', 'https://gazette.example/']], mayor), [null]);
  assert.deepEqual(links([hop('role_only', 'The mayor')], [['said on Friday', 'https://gazette.example/']], mayor), [
    'report gazette.example: https://gazette.example/',
  ]);
});

test('what is no address on the web is never offered, and no address twice', () => {
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'about:blank',
    'mailto:a@b.example',
    '//',
    '',
    ' javascript:alert(1)',
  ])
    assert.deepEqual(links([REUTERS], [['Reuters', address]]), [null], address);
  assert.deepEqual(links([REUTERS, hop('document', 'Reuters')], [['Reuters', 'https://reuters.com/1']]), [
    'report as said: https://reuters.com/1',
    null,
  ]);
});
