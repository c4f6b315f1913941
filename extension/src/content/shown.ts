/**
 * Which claims are marked. The engine reports all it finds; a reader is shown what the settings ask for and the engine
 * is sure enough of. Pure.
 */
import type { Claim } from 'hearsay';
import type { Settings } from '../settings.ts';

/** Below this a claim is more often wrong than a reader forgives. */
const SURE_ENOUGH = 0.5;

/** Whether a claim is marked. What is the page's own (depth 0) has no hand to show. */
export function isShown({ kind, depth, confidence }: Claim, settings: Settings): boolean {
  return depth > 0 && confidence >= SURE_ENOUGH && isAskedFor(kind, settings);
}

function isAskedFor(kind: Claim['kind'], settings: Settings): boolean {
  switch (kind) {
    case 'speech':
      return true;
    case 'attitude':
      return settings.attitudes;
    case 'directive':
      return settings.directives;
    case 'commissive':
      return settings.promises;
  }
}
