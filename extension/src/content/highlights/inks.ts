/**
 * Which inks stand out from a ground. The usual ones do on white, on sepia and on black, so a page whose reader turns the
 * lights off keeps its lines; on what lies between no colour does that stands out on both. Pure.
 */

/** As the style sheet calls them. */
export type Ink = 'usual' | 'deep' | 'pale';

/** The darkest of the light grounds, and the lightest of the dark, on which all usual inks have a contrast of three to one. */
const LIGHT = 0.74;
const DARK = 0.024;
/** From this ground on deep inks have it, below pale ones. */
const MIDDLE = 0.2;

/** @param luminance of the ground, 0 to 1, by WCAG. */
export function inkOn(luminance: number): Ink {
  if (luminance >= LIGHT || luminance <= DARK) return 'usual';
  return luminance >= MIDDLE ? 'deep' : 'pale';
}
