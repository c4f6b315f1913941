/** The names of our highlights in the page's registry, by which `highlights.css` knows them. */
import type { Ink } from './inks.ts';

/** The lines. */
export type LineName = 'hearsay-1' | 'hearsay-2' | 'hearsay-3' | 'hearsay-anonymous';
const LINES: readonly LineName[] = ['hearsay-1', 'hearsay-2', 'hearsay-3', 'hearsay-anonymous'];
/** The wash behind the claim whose card is open. */
export const ACTIVE = 'hearsay-active';
/** The wash over words that a reader asked to see. */
export const FLASH = 'hearsay-flash';

const STRENGTHS = ['inked', 'grey', 'strong'] as const;
const INKS: readonly Ink[] = ['usual', 'deep', 'pale'];

/** The name of a line in one look: `hearsay-2`, `hearsay-2-grey`, `hearsay-2-grey-pale`. */
export function nameOf(line: LineName, strength: (typeof STRENGTHS)[number], ink: Ink): string {
  return `${line}${strength === 'inked' ? '' : `-${strength}`}${ink === 'usual' ? '' : `-${ink}`}`;
}

/** Every name that the painter gives. */
export const PAINTED: readonly string[] = [
  ACTIVE,
  ...LINES.flatMap((line) => STRENGTHS.flatMap((strength) => INKS.map((ink) => nameOf(line, strength, ink)))),
];
