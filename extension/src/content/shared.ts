/**
 * What the content script and those that come later need. It is in `content.js` alone: all run in one world, and whoever
 * comes later finds all this there (`extension/bundle.ts`).
 */
import { isWithin, parentOf, withAncestors } from './ancestors.ts';
import { contains, elementsIn, slotOf, textContentOf } from './clobbering.ts';
import { declaresArticle, saysInData } from './gate/declared.ts';
import { passages, standingTogether, surroundings } from './gate/running-text.ts';
import { standsIn } from './gate/set-apart.ts';
import { inFirefox } from './in-firefox.ts';
import { arrived } from './scripts.ts';
import { rootOf, Trees } from './trees.ts';

export const shared = {
  isWithin, parentOf, withAncestors, standsIn, contains, elementsIn,
  slotOf, textContentOf, declaresArticle, saysInData, passages, standingTogether, surroundings,
  inFirefox, rootOf, Trees, arrived,
};
