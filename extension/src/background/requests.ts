/**
 * What the background listens to: messages of this extension's own content scripts, in the shapes of `messages.ts`.
 * Everything else gets no answer. The engine checks a document's fields itself and names the one that is wrong.
 */
import type { Document } from 'hearsay';
import { NO_CLAIMS } from '../claims/tally.ts';
import { SCRIPTS, type ScriptName, type ToolbarNote } from '../messages.ts';
import type { Change } from '../settings/schema.ts';

/** A message with the tab it came from. */
export type Request =
  | { type: 'analyze'; document: Document; frame: string }
  | { type: 'frames'; others: boolean; tab: number }
  | { type: 'panel'; window: number }
  | { type: 'private'; changes: Change[] }
  | { type: 'script'; script: ScriptName; tab: number; frame: number }
  | { type: 'look'; shown: boolean; tab: number; frame: number }
  | { type: 'toolbar'; tab: number; isPrivate: boolean; note: ToolbarNote };

/** The request in a message; null when it is none, or comes from elsewhere than a page's content script. */
export function readRequest(message: unknown, sender: chrome.runtime.MessageSender): Request | null {
  const tab = sender.id === chrome.runtime.id ? sender.tab?.id : undefined;
  if (tab === undefined || !isRecord(message)) return null;
  switch (message['type']) {
    case 'analyze':
      return isRecord(message['document']) ? { type: 'analyze', document: message['document'] as unknown as Document, frame: nameOf(sender) } : null;
    case 'frames':
      return typeof message['others'] === 'boolean' ? { type: 'frames', others: message['others'], tab } : null;
    case 'panel':
      return { type: 'panel', window: sender.tab!.windowId };
    case 'private':
      return sender.tab?.incognito === true && isListOfChanges(message['changes']) ? { type: 'private', changes: message['changes'] } : null;
    case 'script': {
      const script = SCRIPTS.find((name) => name === message['script']);
      return script === undefined ? null : { type: 'script', script, tab, frame: sender.frameId ?? 0 };
    }
    case 'look':
      return typeof message['shown'] === 'boolean' ? { type: 'look', shown: message['shown'], tab, frame: sender.frameId ?? 0 } : null;
    case 'toolbar':
      return isToolbarNote(message) ? { type: 'toolbar', tab, isPrivate: sender.tab!.incognito, note: message } : null;
    default:
      return null;
  }
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
  return typeof reads === 'boolean' && (tally === null || (isRecord(tally) && Object.keys(NO_CLAIMS).every((name) => isCount(tally[name]))));
}
