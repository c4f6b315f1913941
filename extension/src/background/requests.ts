/**
 * What the background listens to: messages of this extension's own content scripts, in the shapes of `messages.ts`.
 * Everything else gets no answer. The engine checks a document's fields itself and names the one that is wrong.
 */
import type { Document } from 'hearsay';
import { NO_CLAIMS } from '../claims/tally.ts';
import {
  SCRIPTS,
  type FollowRequest,
  type ListedHand,
  type OriginsRequest,
  type ScriptName,
  type TabFollowRequest,
  type TabTrailRequest,
  type ToolbarNote,
} from '../messages.ts';
import type { Change } from '../settings/schema.ts';

/** The page of a tab. */
export interface Sender {
  tab: chrome.tabs.Tab & { id: number };
  url: string;
}

/** A message with the tab it came from. An article in a frame has no `sender`: a trail leads to pages. */
export type Request =
  | { type: 'analyze'; document: Document; frame: string; sender: Sender | null }
  | { type: 'end-trail' | 'trail'; tab: number }
  | OriginsRequest
  | TabFollowRequest
  | TabTrailRequest
  | { type: 'follow'; request: FollowRequest; sender: Sender }
  | { type: 'frames'; others: boolean; tab: number }
  | { type: 'panel'; window: number }
  | { type: 'private'; changes: Change[] }
  | { type: 'script'; script: ScriptName; tab: number; frame: number }
  | { type: 'look'; shown: boolean; tab: number; frame: number }
  | { type: 'toolbar'; tab: number; isPrivate: boolean; note: ToolbarNote };

/** The request in a message; null when it is none, or comes from elsewhere than a page's content script or, for one, our own pages. */
export function readRequest(message: unknown, sender: chrome.runtime.MessageSender): Request | null {
  if (
    isOwnPage(sender) &&
    isRecord(message) &&
    (isTabTrailRequest(message) || isTabFollowRequest(message) || isOriginsRequest(message))
  )
    return message;
  const tab = sender.id === chrome.runtime.id ? sender.tab?.id : undefined;
  if (tab === undefined || !isRecord(message)) return null;
  switch (message['type']) {
    case 'analyze':
      return isRecord(message['document'])
        ? {
            type: 'analyze',
            document: message['document'] as unknown as Document,
            frame: nameOf(sender),
            sender: pageOf(sender),
          }
        : null;
    case 'end-trail':
    case 'trail':
      return { type: message['type'], tab };
    case 'follow': {
      const page = pageOf(sender);
      return page !== null && isFollowRequest(message) ? { type: 'follow', request: message, sender: page } : null;
    }
    case 'frames':
      return typeof message['others'] === 'boolean' ? { type: 'frames', others: message['others'], tab } : null;
    case 'panel':
      return { type: 'panel', window: sender.tab!.windowId };
    case 'private':
      return sender.tab?.incognito === true && isListOfChanges(message['changes'])
        ? { type: 'private', changes: message['changes'] }
        : null;
    case 'script': {
      const script = SCRIPTS.find((name) => name === message['script']);
      return script === undefined ? null : { type: 'script', script, tab, frame: sender.frameId ?? 0 };
    }
    case 'look':
      return typeof message['shown'] === 'boolean'
        ? { type: 'look', shown: message['shown'], tab, frame: sender.frameId ?? 0 }
        : null;
    case 'toolbar':
      return isToolbarNote(message) ? { type: 'toolbar', tab, isPrivate: sender.tab!.incognito, note: message } : null;
    default:
      return null;
  }
}

/** Null for a frame. */
function pageOf({ tab, frameId, url }: chrome.runtime.MessageSender): Sender | null {
  return tab?.id === undefined || (frameId ?? 0) !== 0
    ? null
    : { tab: tab as Sender['tab'], url: url ?? tab.url ?? '' };
}

/** A name for each frame of each tab. */
function nameOf({ tab, frameId }: chrome.runtime.MessageSender): string {
  return `${tab?.id} ${frameId ?? 0}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isListOfChanges(value: unknown): value is Change[] {
  return Array.isArray(value) && value.every((change) => isRecord(change) && typeof change['key'] === 'string');
}

function isToolbarNote(message: Record<string, unknown>): message is Record<string, unknown> & ToolbarNote {
  const { reads, tally } = message;
  const isCount = (number: unknown) => Number.isSafeInteger(number) && (number as number) >= 0;
  return (
    typeof reads === 'boolean' &&
    (tally === null || (isRecord(tally) && Object.keys(NO_CLAIMS).every((name) => isCount(tally[name]))))
  );
}

function isOwnPage({ id, url }: chrome.runtime.MessageSender): boolean {
  return id === chrome.runtime.id && url !== undefined && url.startsWith(chrome.runtime.getURL(''));
}

function isTabTrailRequest(message: Record<string, unknown>): message is Record<string, unknown> & TabTrailRequest {
  return message['type'] === 'tab-trail' && Number.isSafeInteger(message['tab']) && typeof message['end'] === 'boolean';
}

function isTabFollowRequest(message: Record<string, unknown>): message is Record<string, unknown> & TabFollowRequest {
  return message['type'] === 'tab-follow' && Number.isSafeInteger(message['tab']) && isReportToFollow(message);
}

function isOriginsRequest(message: Record<string, unknown>): message is Record<string, unknown> & OriginsRequest {
  return message['type'] === 'origins' && Number.isSafeInteger(message['window']);
}

function isFollowRequest(message: Record<string, unknown>): message is Record<string, unknown> & FollowRequest {
  return message['type'] === 'follow' && isReportToFollow(message);
}

/** Only addresses on the web are opened. */
function isReportToFollow({ address, hand, words, hands, publisher, behind, apart }: Record<string, unknown>): boolean {
  const isOnWeb = typeof address === 'string' && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  const areHands =
    Array.isArray(hands) &&
    hands.every((hand: unknown) => isRecord(hand) && typeof (hand as Partial<ListedHand>).label === 'string');
  return (
    isOnWeb &&
    areHands &&
    Number.isSafeInteger(hand) &&
    typeof words === 'string' &&
    typeof publisher === 'string' &&
    typeof behind === 'boolean' &&
    typeof apart === 'boolean'
  );
}
