/**
 * What an earlier Hearsay has left on the page: one that was updated or turned off under it may have had no chance to take
 * its lines and its card away.
 */
import { FLASH, PAINTED } from './marks/highlight-names.ts';

/** The playground says in its head that the lines on it are its own. */
const DRAWS_ITS_OWN = 'meta[name="hearsay"][content="draws its own lines"]';

export function takeAwayLeftovers(): void {
  if (document.head?.querySelector(DRAWS_ITS_OWN)) return;
  for (const name of [...PAINTED, FLASH]) CSS.highlights.delete(name);
  for (const card of document.querySelectorAll('hearsay-card')) card.remove();
}
