/** What can be known of the open page from outside, where nobody in it answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageNote } from '../../extension/src/messages.ts';
import { connectToTab, type TabStatus } from '../../extension/src/tab-status/tab-connection.ts';

interface Situation {
  /** What the browser tells of the tab. */
  tab: { url?: string; status?: 'loading' | 'complete' };
  /** Whether the reader's browser lets the extension read this site. */
  allowed: boolean;
  /** What the page says of itself; null where nobody is there. */
  says: PageNote | null;
  /** Whether a content script may be brought to it, for good or this once. */
  mayBring?: boolean;
}

/** Each status of the tab, up to the first that stands. */
async function statusOf({ tab, allowed, says, mayBring = false }: Situation): Promise<TabStatus> {
  let answer = says;
  const event = () => ({ addListener() {}, removeListener() {} });
  const connect = () => {
    const note = answer;
    return {
      onMessage: {
        addListener: (listener: (note: PageNote) => void) => void (note && queueMicrotask(() => listener(note))),
      },
      onDisconnect: { addListener: (listener: () => void) => void (note ?? queueMicrotask(listener)) },
      disconnect() {},
    };
  };
  const executeScript = async () => {
    if (!mayBring) throw new Error('Cannot access contents of the page.');
    answer = STARTED;
  };
  const chrome = {
    runtime: {},
    tabs: { connect, get: async () => ({ status: 'complete', ...tab }), onUpdated: event() },
    permissions: { contains: async () => allowed, onAdded: event() },
    scripting: { executeScript },
  };
  Object.assign(globalThis, { chrome });
  return new Promise((stands) => connectToTab(7, stands));
}

const URL = 'https://www.lantern.example/today';
const STARTED: PageNote = { type: 'page', host: 'lantern.example', title: '', state: { status: 'empty' } };

const TABLE: [what: string, situation: Situation, seen: Partial<TabStatus>][] = [
  [
    'a page that answers',
    { tab: { url: URL }, allowed: true, says: STARTED },
    { kind: 'page', host: 'lantern.example', withheld: null },
  ],
  [
    'a page that the browser lets us read this once',
    { tab: { url: URL }, allowed: false, says: STARTED },
    { kind: 'page', withheld: 'https://www.lantern.example/*' },
  ],
  [
    'a page that the press of the button lets us read',
    { tab: { url: URL }, allowed: false, says: null, mayBring: true },
    { kind: 'page', withheld: 'https://www.lantern.example/*' },
  ],
  [
    'a page that was open before',
    { tab: { url: URL }, allowed: true, says: null, mayBring: true },
    { kind: 'page', withheld: null },
  ],
  [
    'a site that the browser withholds',
    { tab: { url: URL }, allowed: false, says: null },
    { kind: 'withheld', host: 'lantern.example', withheld: 'https://www.lantern.example/*' },
  ],
  [
    'a site that browsers close to all extensions',
    { tab: { url: URL }, allowed: true, says: null },
    { kind: 'closed' },
  ],
  [
    'a page that is being loaded',
    { tab: { url: URL, status: 'loading' }, allowed: true, says: null },
    { kind: 'loading', host: 'lantern.example' },
  ],
  ['a page of the browser’s own', { tab: { url: 'about:addons' }, allowed: true, says: null }, { kind: 'closed' }],
  ['a tab that the browser says nothing about', { tab: {}, allowed: false, says: null }, { kind: 'unknown' }],
];

for (const [what, situation, seen] of TABLE) {
  test(what, async () => {
    const status = await statusOf(situation);
    assert.deepEqual(Object.fromEntries(Object.keys(seen).map((key) => [key, status[key as keyof TabStatus]])), seen);
  });
}
