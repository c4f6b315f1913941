/** Whom the background listens to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequest } from '../../extension/src/background/requests.ts';

Object.assign(globalThis, { chrome: { runtime: { id: 'hearsay' } } });

const PAGE = { id: 'hearsay', tab: { id: 7, windowId: 3 } } as chrome.runtime.MessageSender;
const ANALYZE = { type: 'analyze', document: { blocks: [] } };
const FRAME = { ...PAGE, frameId: 2 } as chrome.runtime.MessageSender;
const TOOLBAR = { type: 'toolbar', reads: true, claims: 3 };

test('a content script of this extension is answered', () => {
  assert.deepEqual(readRequest(ANALYZE, PAGE), { ...ANALYZE, frame: '7 0' });
  assert.deepEqual(readRequest({ type: 'script', script: 'card' }, FRAME), { type: 'script', script: 'card', tab: 7, frame: 2 });
  assert.deepEqual(readRequest({ type: 'panel' }, PAGE), { type: 'panel', window: 3 });
  assert.deepEqual(readRequest({ type: 'frames', others: false }, PAGE), { type: 'frames', others: false, tab: 7 });
  assert.deepEqual(readRequest(TOOLBAR, PAGE), { type: 'toolbar', tab: 7, note: TOOLBAR });
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
    undefined, null, 'analyze', 3, [], {}, { type: 'constructor' },
    { type: 'analyze' }, { type: 'analyze', document: null }, { type: 'analyze', document: 'text' },
    { type: 'script' }, { type: 'script', script: 'background' }, { type: 'frames' }, { type: 'frames', others: 1 },
    { type: 'toolbar' }, { ...TOOLBAR, reads: 1 }, { ...TOOLBAR, claims: '3' }, { ...TOOLBAR, claims: -1 }, { ...TOOLBAR, claims: NaN },
  ];
  for (const message of messages) assert.equal(readRequest(message, PAGE), null, JSON.stringify(message));
});
