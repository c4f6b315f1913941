/**
 * Replies to what a reader asks by a key or in the context menu: goes to the next claim or opens the card of the one in the
 * selected words, puts the page's sources into the clipboard, or says why there is nothing to show.
 */
import type { Command, PageState } from '../protocol.ts';
import type { Scripts } from './scripts.ts';
import type { Session } from './session.ts';

/** @param state of the page; or that it is a frame of another site, which the reader has read only if so set. */
export async function reply(asked: Exclude<Command, 'toggle-site'>, session: Session | null, state: PageState | 'strange-frame', scripts: Scripts): Promise<void> {
  const words = asked === 'source-of-selection' ? selectedWords() : [];
  switch (asked) {
    case 'next-claim':
    case 'previous-claim':
      if (session?.step(asked === 'next-claim' ? 1 : -1)) return;
      break;
    case 'source-of-selection':
      if (words.some((range) => session?.open(range))) return;
      break;
    case 'copy-sources':
      if (state !== 'strange-frame' && state.status === 'article') return (await scripts.card()).copySources(state.claims);
  }
  (await scripts.card()).tellWhyNone(state === 'strange-frame' ? state : state.status, words);
}

function selectedWords(): Range[] {
  const selection = getSelection();
  return selection === null || selection.isCollapsed ? [] : [selection.getRangeAt(0)];
}
