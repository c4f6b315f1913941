/**
 * Replies to what a reader asks in the context menu: opens the card of the claim in the selected words, puts the page's
 * sources into the clipboard, or says why there is nothing to show.
 */
import type { PageState, Question } from '../protocol.ts';
import type { Scripts } from './scripts.ts';
import type { Session } from './session.ts';

export async function reply(question: Question, session: Session | null, state: PageState, scripts: Scripts): Promise<void> {
  const words = question === 'source-of-selection' ? selectedWords() : [];
  if (words.some((range) => session?.open(range))) return;
  const room = await scripts.card();
  if (question === 'copy-sources' && state.status === 'article') room.copySources(state.claims);
  else room.tellWhyNone(state.status, words);
}

function selectedWords(): Range[] {
  const selection = getSelection();
  return selection === null || selection.isCollapsed ? [] : [selection.getRangeAt(0)];
}
