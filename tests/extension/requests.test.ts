/** Whom the background listens to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequest } from '../../extension/src/background/requests.ts';

Object.assign(globalThis, {
  chrome: { runtime: { id: 'hearsay', getURL: (path: string) => `extension://hearsay/${path}` } },
});

const PAGE = { id: 'hearsay', tab: { id: 7, windowId: 3, incognito: false } } as chrome.runtime.MessageSender;
const ANALYZE = { type: 'analyze', document: { blocks: [] } };
const FRAME = { ...PAGE, frameId: 2 } as chrome.runtime.MessageSender;
const FOLLOW = {
  type: 'follow',
  address: 'https://lantern.example/',
  hand: 0,
  words: 'it rained',
  hands: [{ label: 'Lantern' }],
  publisher: '',
  behind: false,
  apart: false,
};
const TOOLBAR = {
  type: 'toolbar',
  reads: true,
  tally: { claims: 3, named: 1, described: 0, nameless: 2, secondHand: 0 },
};

test('a content script of this extension is answered', () => {
  assert.deepEqual(readRequest(ANALYZE, PAGE), { ...ANALYZE, frame: '7 0', sender: { tab: PAGE.tab, url: '' } });
  assert.deepEqual(readRequest(ANALYZE, FRAME), { ...ANALYZE, frame: '7 2', sender: null });
  assert.deepEqual(readRequest(FOLLOW, PAGE), { type: 'follow', request: FOLLOW, sender: { tab: PAGE.tab, url: '' } });
  assert.deepEqual(readRequest({ type: 'trail' }, PAGE), { type: 'trail', tab: 7 });
  assert.deepEqual(readRequest({ type: 'script', script: 'card' }, FRAME), {
    type: 'script',
    script: 'card',
    tab: 7,
    frame: 2,
  });
  assert.deepEqual(readRequest({ type: 'panel' }, PAGE), { type: 'panel', window: 3 });
  assert.deepEqual(readRequest({ type: 'frames', others: false }, PAGE), { type: 'frames', others: false, tab: 7 });
  assert.deepEqual(readRequest(TOOLBAR, PAGE), { type: 'toolbar', tab: 7, isPrivate: false, note: TOOLBAR });
  assert.deepEqual(readRequest({ type: 'look', shown: true }, FRAME), { type: 'look', shown: true, tab: 7, frame: 2 });
});

test('only a private window is told what was set in private windows', () => {
  const changes = [{ key: 'site:lantern.example', value: 'off' }];
  const hidden = { ...PAGE, tab: { ...PAGE.tab, incognito: true } } as chrome.runtime.MessageSender;
  assert.deepEqual(readRequest({ type: 'private', changes }, hidden), { type: 'private', changes });
  assert.equal(readRequest({ type: 'private', changes }, PAGE), null);
  assert.equal(readRequest({ type: 'private', changes: [3] }, hidden), null);
});

test('a frame follows nothing', () => assert.equal(readRequest(FOLLOW, FRAME), null));

test('a page of this extension asks for trails, follows from the map and compares tabs, and nobody else does', () => {
  const panel = { id: 'hearsay', url: 'extension://hearsay/side-panel.html' } as chrome.runtime.MessageSender;
  const requests = [
    { type: 'tab-trail', tab: 7, end: true },
    { ...FOLLOW, type: 'tab-follow', tab: 7 },
    { type: 'origins', window: 3 },
  ];
  for (const request of requests) {
    assert.deepEqual(readRequest(request, panel), request);
    assert.equal(readRequest(request, PAGE), null, JSON.stringify(request));
  }
  for (const request of [
    { ...requests[1], address: 'javascript:alert(1)' },
    { ...requests[1], tab: '7' },
    { type: 'origins' },
    ANALYZE,
    FOLLOW,
  ])
    assert.equal(readRequest(request, panel), null, JSON.stringify(request));
});

test('nobody else is', () => {
  const others: [who: string, sender: Partial<chrome.runtime.MessageSender>][] = [
    ['another extension', { id: 'somebody', tab: PAGE.tab }],
    ['a web page', { tab: PAGE.tab, url: 'https://lantern.example/' }],
    ['a page of this extension', { id: 'hearsay' }],
  ] as never;
  for (const [who, sender] of others) assert.equal(readRequest(ANALYZE, sender), null, who);
});

test('what is no request gets no answer', () => {
  const messages = [
    undefined,
    null,
    'analyze',
    3,
    [],
    {},
    { type: 'constructor' },
    { type: 'analyze' },
    { type: 'analyze', document: null },
    { type: 'analyze', document: 'text' },
    { type: 'script' },
    { type: 'script', script: 'background' },
    { type: 'frames' },
    { type: 'frames', others: 1 },
    ...['javascript:alert(1)', 'data:text/html,1', 'file:///etc', 'chrome://settings', '/here', 3].map((address) => ({
      ...FOLLOW,
      address,
    })),
    { ...FOLLOW, hand: 0.5 },
    { ...FOLLOW, hands: [3] },
    { ...FOLLOW, words: null },
    { ...FOLLOW, behind: 1 },
    { type: 'look' },
    { type: 'look', shown: 1 },
    { type: 'toolbar' },
    { ...TOOLBAR, reads: 1 },
    ...['3', -1, NaN].map((claims) => ({ ...TOOLBAR, tally: { ...TOOLBAR.tally, claims } })),
    { ...TOOLBAR, tally: { claims: 3 } },
    { ...TOOLBAR, tally: undefined },
  ];
  for (const message of messages) assert.equal(readRequest(message, PAGE), null, JSON.stringify(message));
});
