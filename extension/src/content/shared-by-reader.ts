/** What `reader.js` and `card.js` both need, in the first alone, as with `shared.ts`: no card comes before its article. */
import { endsNameless, isNameless, lastCounted, lineFor } from '../depth.ts';
import { isMatchOf } from './clobbered.ts';
import { luminanceBehind } from './ground.ts';
import { labelOf } from './hand-label.ts';
import { FLASH } from './marks/highlight-names.ts';
import { shortened, unquoted } from './quoting.ts';

export const shared = { endsNameless, isNameless, lastCounted, lineFor, isMatchOf, luminanceBehind, labelOf, FLASH, shortened, unquoted };
