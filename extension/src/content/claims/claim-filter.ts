/**
 * Which claims are marked. The engine reports all it finds; a reader is shown what the settings ask for and the engine
 * is sure enough of. Pure.
 */
import type { Claim } from 'hearsay';
import { endsNameless } from '../../claims/depth.ts';
import type { Settings } from '../../settings/schema.ts';

/** The least confidence. Below the default a claim is more often wrong than most readers forgive. */
const SURE_ENOUGH: Record<Settings['confidence'], number> = { any: 0, likely: 0.5, sure: 0.8 };

/**
 * Whether a claim is marked. What is the page's own (depth 0) has no hand to show, and neither has what the page has from
 * itself.
 */
export function isShown({ kind, depth, confidence, chainConfidence, chain }: Claim, settings: Settings): boolean {
  if (chain.every(({ type }) => type === 'self')) return false;
  if (depth < settings.depth || confidence < SURE_ENOUGH[settings.confidence]) return false;
  // Who asks for several hands wants to be sure of each.
  if (settings.depth > 1 && chainConfidence < SURE_ENOUGH[settings.confidence]) return false;
  return isAskedFor(kind, settings) && (!settings.unnamed || endsNameless(chain));
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
