/** The address of a claim's words, as *Copy* gives it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deepLink, directiveFor, linkToClaim } from '../../extension/src/content/card/copy/deep-link.ts';
import { quoting } from '../../extension/src/content/claims/quoting.ts';

for (const row of readFileSync('tests/deep_links.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'))) {
  const [before, words, directive] = row.split('\t') as [string, string, string];
  test(`${before}| ${words}`, () => assert.equal(directiveFor({ words, before }), directive));
}

test('it stands behind the address of the page, and behind a fragment that it has', () => {
  const passages = [
    { words: 'the bridge was shut', before: '' },
    { words: 'and stays so', before: 'she said, “' },
  ];
  const there = ':~:text=the%20bridge%20was%20shut&text=she%20said%2C%20%E2%80%9C-,and%20stays%20so';
  for (const [url, link] of [
    ['https://lantern.example/a?b=c', `https://lantern.example/a?b=c#${there}`],
    ['https://lantern.example/a#/bridge', `https://lantern.example/a#/bridge${there}`],
    ['https://lantern.example/a#:~:text=x', `https://lantern.example/a#${there}`],
    ['file:///home/bridge.html', 'file:///home/bridge.html'],
  ] as const) {
    assert.equal(deepLink(url, passages), link);
  }
  assert.equal(deepLink('https://lantern.example/', [{ words: '…', before: '' }]), 'https://lantern.example/');
});

test('what stands before a short claim is whole words, however far into a paragraph', () => {
  const text = `${'The river rose. '.repeat(9)}Fox called it “a disgrace”.`;
  const start = text.indexOf('“a');
  const claim = { content: [{ block: 0, start, end: text.indexOf('.', start) }] };
  assert.equal(
    linkToClaim(claim as never, quoting([{ text }]), 'https://a.example/'),
    'https://a.example/#:~:text=called%20it%20%E2%80%9C-,a%20disgrace',
  );
});
