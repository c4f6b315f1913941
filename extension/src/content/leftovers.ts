/**
 * What an earlier Hearsay has left on the page: one that was updated or turned off under it may have had no chance to take
 * its lines and its card away.
 */
import { FLASH, PAINTED } from './marks/highlight-names.ts';

export function takeAwayLeftovers(): void {
  for (const name of [...PAINTED, FLASH]) CSS.highlights.delete(name);
  for (const card of document.querySelectorAll('hearsay-card')) card.remove();
}
