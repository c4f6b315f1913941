/** Is a site on, why, and what does the switch change? */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsFrom } from '../../extension/src/settings/schema.ts';
import { hostOf, siteStatus, turn, type Reason } from '../../extension/src/settings/site-rules.ts';

test('a page is ruled by its host, without port, www or trailing dot', () => {
  const cases: [url: string, host: string | null][] = [
    ['https://lantern.example/a?b#c', 'lantern.example'],
    ['http://www.lantern.example:8080/', 'lantern.example'],
    ['https://WWW.Lantern.Example/', 'lantern.example'],
    ['https://lantern.example./', 'lantern.example'],
    ['https://news.lantern.example/', 'news.lantern.example'],
    ['https://www2.lantern.example/', 'www2.lantern.example'],
    ['https://www.example/', 'www.example'],
    ['http://localhost:3000/', 'localhost'],
    ['http://127.0.0.1:3000/', '127.0.0.1'],
    ['http://[::1]:3000/', '[::1]'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['about:blank', null],
    ['file:///home/reader/article.html', null],
    ['moz-extension://0/popup.html', null],
    ['', null],
  ];
  for (const [url, host] of cases) assert.equal(hostOf(url), host, url);
});

test('the nearest rule decides, and is the reason', () => {
  const stored = { 'site:lantern.example': 'off', 'site:opinion.lantern.example': 'on', 'site:0.0.1': 'off' };
  const cases: [host: string, rule: 'on' | 'off', reason: Reason][] = [
    ['lantern.example', 'off', { because: 'this-site', rule: 'off' }],
    ['a.b.lantern.example', 'off', { because: 'site-above', rule: 'off', host: 'lantern.example' }],
    ['opinion.lantern.example', 'on', { because: 'this-site', rule: 'on' }],
    ['x.opinion.lantern.example', 'on', { because: 'site-above', rule: 'on', host: 'opinion.lantern.example' }],
    ['notlantern.example', 'on', { because: 'all-sites', rule: 'on' }],
    // An address is no domain: nothing stands above it.
    ['127.0.0.1', 'on', { because: 'all-sites', rule: 'on' }],
  ];
  for (const [host, rule, reason] of cases) {
    assert.deepEqual(siteStatus(host, settingsFrom(stored)), { rule, reads: rule === 'on', reason }, host);
  }
});

test('a site that no rule names goes with all sites', () => {
  const settings = settingsFrom({ everywhere: 'off' });
  assert.deepEqual(siteStatus('lantern.example', settings), {
    rule: 'off',
    reads: false,
    reason: { because: 'all-sites', rule: 'off' },
  });
});

test('while paused no site is read, and the rules stay as they are', () => {
  const settings = settingsFrom({ paused: true, 'site:courier.example': 'off' });
  assert.deepEqual(siteStatus('lantern.example', settings), {
    rule: 'on',
    reads: false,
    reason: { because: 'paused' },
  });
  assert.deepEqual(siteStatus('courier.example', settings).reason, { because: 'this-site', rule: 'off' });
});

test('turning the switch stores a rule only where it differs from what holds without it', () => {
  const cases: [given: string, stored: object, host: string, to: 'on' | 'off', value: string | undefined][] = [
    ['nothing stored', {}, 'lantern.example', 'off', 'off'],
    ['back to what all sites have', { 'site:lantern.example': 'off' }, 'lantern.example', 'on', undefined],
    ['all others off', { everywhere: 'off' }, 'lantern.example', 'on', 'on'],
    ['off above', { 'site:lantern.example': 'off' }, 'news.lantern.example', 'on', 'on'],
    [
      'again as above',
      { 'site:lantern.example': 'off', 'site:news.lantern.example': 'on' },
      'news.lantern.example',
      'off',
      undefined,
    ],
  ];
  for (const [given, stored, host, to, value] of cases) {
    assert.deepEqual(turn(host, to, settingsFrom({ ...stored })), { key: `site:${host}`, value }, given);
  }
});
