/**
 * Does a page read like an article in English? Takes a millisecond or two, so that every other page is left alone at
 * no cost. In goes the document; out comes yes or no. Asks for no style and no layout.
 *
 * A page has to hold enough running text that stands together: a front page or a shop has as much text, but each piece
 * alone in its card. Less is asked of a page that says it is an article. A page that passes and says it is something
 * else, for sale or to be cooked, is left alone after a second look (`other-page-types.ts`).
 */
import { Trees } from '../dom/shadow-roots.ts';
import { textContentOf } from '../dom/unclobbered.ts';
import { isEnglish } from './english.ts';
import { declaresArticle } from './metadata.ts';
import { passages, standingTogether } from './running-text.ts';

/** How much running text, in UTF-16 code units, and in paragraphs unless there is much of it. */
interface Volume {
  length: number;
  paragraphs: number;
  much: number;
}

const USUAL: Volume = { length: 500, paragraphs: 3, much: 1200 };
/** A page that says it is an article may be a short one. */
const OF_A_DECLARED_ARTICLE: Volume = { length: 250, paragraphs: 2, much: 600 };
/** No more text than this is looked at for its language. UTF-16 code units. */
const SAMPLE = 2000;

/** Whether the page reads like an article in English. */
export function readsLikeAnArticle(page: Document): boolean {
  const work = lookForArticle(page);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** The same, with pauses. */
export function* lookForArticle(page: Document, trees = new Trees(page)): Generator<void, boolean> {
  if (!/html/.test(page.contentType) || page.designMode === 'on') return false;
  const isDeclared = declaresArticle(page);
  const asked = isDeclared ? OF_A_DECLARED_ARTICLE : USUAL;
  let [length, paragraphs, sample] = [0, 0, ''];
  const isEnough = () => (length >= asked.length && paragraphs >= asked.paragraphs) || length >= asked.much;
  for (const passage of isDeclared ? passages(trees) : standingTogether(passages(trees))) {
    yield;
    length += passage.length;
    paragraphs += passage.paragraphs;
    if (passage.length > 0 && sample.length < SAMPLE) sample += `${textContentOf(passage.element)} `;
    if (isEnough() && sample.length >= SAMPLE) break;
  }
  return isEnough() && isEnglish(sample.slice(0, SAMPLE), page.documentElement.lang);
}
