/** Hosts as people read and write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostIn } from '../../extension/src/pages/options/host-in.ts';
import { shownHost } from '../../extension/src/ui/display-host.ts';

test('a host is shown as people read it, unless it mixes scripts that look alike', () => {
  assert.equal(shownHost('xn--mnchen-3ya.example'), 'münchen.example');
  assert.equal(shownHost('news.example'), 'news.example');
  assert.equal(shownHost('xn--pple-43d.example'), 'xn--pple-43d.example', 'a Cyrillic а in front of Latin letters');
  assert.equal(shownHost('xn--.example'), 'xn--.example');
});

test('a site is the same with a star before it, and with letters of any script', () => {
  for (const words of ['news.example', '*.news.example', 'https://*.news.example/today', 'www.news.example'])
    assert.equal(hostIn(words), 'news.example', words);
  assert.equal(hostIn('münchen.example'), 'xn--mnchen-3ya.example');
  assert.equal(hostIn('*.'), null);
});
