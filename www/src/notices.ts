/** What the page has to say to a reader: why something was not done, or a note that goes by itself. */
import { say } from '../../extension/src/i18n.ts';
import { element } from '../../extension/src/ui/element.ts';
import { Refused } from './refused.ts';

/** How long a note stays, in milliseconds. */
const READ = 10_000;

const refusal = element('p', { class: 'refusal', role: 'alert' });
const note = element('p', { class: 'told', role: 'status' });
let timer = 0;

/** Where it is said. */
export const notices = { refusal, note };

/** Says why something was not done. It stays until something is. */
export function refuse(error: unknown): void {
  clear();
  refusal.textContent = error instanceof Refused ? error.message : `${say('popup_failed_title')}. (${String(error)})`;
  refusal.scrollIntoView({ block: 'nearest' });
}

export function tell(words: string): void {
  clear();
  note.textContent = words;
  timer = setTimeout(clear, READ) as unknown as number;
}

export function clear(): void {
  clearTimeout(timer);
  refusal.textContent = note.textContent = '';
}
