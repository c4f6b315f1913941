/**
 * Is a piece of text English? Told by its commonest words: in English running text two words in five are among the
 * fifty below; in its neighbours (Dutch, Scots, German, French) fewer than one in six. Pure.
 */

const COMMON = new Set(
  `the of and to in that is was for on with as at by he it from his her be has have are this not but they who which \
were an or will had their she said we you been would there its when after about than`.split(' '),
);

/** A text of fewer words says nothing about its language. */
const ENOUGH_WORDS = 30;
/** The share of common words that makes a text English; and where the page declares another language. */
const USUAL_SHARE = 0.2;
const CONTRADICTING_SHARE = 0.3;
/** Letters outside the Latin alphabet that a text in English may hold: names, a quoted line. */
const FOREIGN_LETTERS = 0.3;

/** Words in small Latin letters, and letters of other alphabets: roughly, since exact classes take longer than all else. */
const LATIN = /[a-z\u00df-\u024f\u1e00-\u1eff]+/g;
const FOREIGN = /[\u0370-\u1dff\u1f00-\u1fff\u2c80-\ud7ff\uf900-\ufefe]/g;

/**
 * Whether text reads as English.
 *
 * @param declared the language the page says it is in, as a BCP 47 tag, or an empty string.
 */
export function isEnglish(text: string, declared: string): boolean {
  const small = text.toLowerCase();
  const words = small.match(LATIN) ?? [];
  if (words.length < ENOUGH_WORDS) return false;
  const foreign = small.match(FOREIGN)?.length ?? 0;
  const latin = words.reduce((sum, word) => sum + word.length, 0);
  if (foreign > (latin + foreign) * FOREIGN_LETTERS) return false;
  const common = words.filter((word) => COMMON.has(word)).length;
  const contradicted = declared !== '' && !/^en\b/i.test(declared.trim());
  return common >= words.length * (contradicted ? CONTRADICTING_SHARE : USUAL_SHARE);
}
