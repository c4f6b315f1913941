/**
 * The words of the interface, in the reader's language. They live in `extension/_locales`; a key that English does not
 * have is an error of the compiler.
 */
type Messages = typeof import('../_locales/en/messages.json');

/** The name of a sentence or a word. */
export type Key = keyof Messages;

/** The name of a sentence that changes with a number: `NAME_one` and `NAME_other`. */
export type Counted = { [Name in Key]: Name extends `${infer Stem}_other` ? Stem : never }[Key];

/** A sentence, with what is to stand in its gaps. */
export function say(key: Key, ...gaps: string[]): string {
  return chrome.i18n.getMessage(key, gaps);
}

/** The language the words are in, which need not be the browser's. */
export function language(): string {
  return say('language');
}

/** The direction the words run in, whatever that of the browser is. */
export function direction(): string {
  return say('direction');
}

/** A sentence for a number of things. The number fills the first gap. */
export function count(stem: Counted, number: number, ...gaps: string[]): string {
  const form = new Intl.PluralRules(language()).select(number) === 'one' ? 'one' : 'other';
  return say(`${stem}_${form}`, digits(number), ...gaps);
}

/** A number as the language writes it. */
export function digits(number: number): string {
  return number.toLocaleString(language());
}

/** Hands beyond this many are not told apart in words. */
const MANY = 6;

/** `2 hands away`; `this page’s own` where there is none. */
export function depthWords(depth: number): string {
  if (depth === 0) return say('depth_own');
  return depth >= MANY ? say('depth_many', digits(MANY)) : count('depth', depth);
}

/** `perhaps 3`, or null where all hands are certain. */
export function perhapsWords(depth: number, depthMax: number): string | null {
  return depthMax > depth ? say('depth_perhaps', digits(depthMax)) : null;
}
