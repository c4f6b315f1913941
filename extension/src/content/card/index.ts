/**
 * The card with everything it says. A script of its own, `card.js`: most pages are read without a card being opened,
 * and none of them pays for it. What is exported here stands as `hearsay_card` beside the content script, in the world
 * that no page sees.
 */
export { Card, type CardActions, type Opener, type Subject } from './card.ts';

export type CardRoom = typeof import('./index.ts');
