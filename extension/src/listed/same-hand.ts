/** Whether two mentions are the same hand. Pure. */
import type { ListedHand } from '../protocol.ts';

/** Two mentions with the same words are one hand. A description may begin a sentence, and have a capital there. */
export function identity({ label, named, type }: ListedHand): string {
  if (type === 'unspecified') return 'nobody';
  return named ? `named ${label}` : `described ${label.toLowerCase()}`;
}
