/**
 * What the content script and those that come later need. It is in `content.js` alone: all run in one world, and whoever
 * comes later finds all this there (`extension/bundle.ts`).
 */
import { isWithin, parentOf, withAncestors } from './dom/tree.ts';
import { contains, elementsIn, slotOf, textContentOf } from './dom/unclobbered.ts';
import { declaresArticle, saysInData } from './detection/metadata.ts';
import { passages, standingTogether, surroundings } from './detection/running-text.ts';
import { standsIn } from './detection/boilerplate.ts';
import { inFirefox } from '../browser/in-firefox.ts';
import { arrived } from './script-loader.ts';
import { rootOf, Trees } from './dom/shadow-roots.ts';

export const shared = {
  isWithin,
  parentOf,
  withAncestors,
  standsIn,
  contains,
  elementsIn,
  slotOf,
  textContentOf,
  declaresArticle,
  saysInData,
  passages,
  standingTogether,
  surroundings,
  inFirefox,
  rootOf,
  Trees,
  arrived,
};
