/** A hand by the name the page gives it, or by the page's words in quotation marks. */
import { say } from '../i18n.ts';
import type { ListedHand } from '../messages.ts';

export function handName({ label, named, type }: ListedHand): string {
  if (type === 'unspecified') return say('popup_nobody');
  return named ? label : say('quoted', label);
}
