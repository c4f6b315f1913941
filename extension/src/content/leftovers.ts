/**
 * Takes away what an earlier Hearsay has left on a page: one that was updated or turned off under it may have had no chance
 * to take its lines and its card along. A script of its own, `leftovers.js`, which runs before the content script: Firefox
 * brings both to pages that were open before the extension came.
 */
import { FLASH, PAINTED } from './highlights/highlight-names.ts';

/** The playground says in its head that the lines on it are its own. */
const DRAWS_ITS_OWN = 'meta[name="hearsay"][content="draws its own lines"]';

// Where a content script stands already, what is on the page is its own.
if (!Object.hasOwn(globalThis, 'hearsayIsHere') && !document.head?.querySelector(DRAWS_ITS_OWN)) {
  for (const name of [...PAINTED, FLASH]) CSS.highlights.delete(name);
  for (const card of document.querySelectorAll('hearsay-card')) card.remove();
}
