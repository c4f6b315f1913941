/** What `reader.js` and `card.js` both need, in the first alone, as with `shared-by-content.ts`: no card comes before its article. */
import { endsNameless, isNameless, lastCounted, lineFor } from '../claims/depth.ts';
import { labelOf } from './claims/hand-label.ts';
import { shortened, unquoted } from './claims/quoting.ts';
import { luminanceBehind } from './dom/background-colour.ts';
import { isMatchOf } from './dom/unclobbered-in-article.ts';
import { FLASH } from './highlights/highlight-names.ts';

export const shared = {
  endsNameless,
  isNameless,
  lastCounted,
  lineFor,
  isMatchOf,
  luminanceBehind,
  labelOf,
  FLASH,
  shortened,
  unquoted,
};
