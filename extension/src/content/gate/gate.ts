/**
 * Does a page read like an article in English? Takes a millisecond or two, so that every other page is left alone at
 * no cost. In goes the document; out comes yes or no. Asks for no style and no layout.
 *
 * A page has to hold enough running text that stands together: a front page or a shop has as much text, but each piece
 * alone in its card. What a page declares about itself lowers or raises what is asked.
 */
import { textContentOf } from '../clobbering.ts';
import { Trees } from '../trees.ts';
import { isEnglish } from './english.ts';
import { passages, standingTogether } from './running-text.ts';

/** How much running text, in UTF-16 code units and in paragraphs. */
interface Volume {
  length: number;
  paragraphs: number;
}

const USUAL: Volume = { length: 500, paragraphs: 3 };
/** A page that says it is an article may be a short one. */
const OF_A_DECLARED_ARTICLE: Volume = { length: 250, paragraphs: 2 };
/** No more text than this is looked at for its language. UTF-16 code units. */
const SAMPLE = 2000;

/** Whether the page reads like an article in English. */
export function readsLikeAnArticle(page: Document, trees = new Trees(page)): boolean {
  if (!/html/.test(page.contentType) || page.designMode === 'on') return false;
  const article = declaresArticle(page);
  if (!article && declaresOther(page)) return false;
  const asked = article ? OF_A_DECLARED_ARTICLE : USUAL;
  const found: Volume = { length: 0, paragraphs: 0 };
  let sample = '';
  for (const passage of article ? passages(trees) : standingTogether(passages(trees))) {
    found.length += passage.length;
    found.paragraphs += passage.paragraphs;
    if (sample.length < SAMPLE) sample += `${textContentOf(passage.element)} `;
    if (found.length >= asked.length && found.paragraphs >= asked.paragraphs && sample.length >= SAMPLE) break;
  }
  return (
    found.length >= asked.length &&
    found.paragraphs >= asked.paragraphs &&
    isEnglish(sample.slice(0, SAMPLE), page.documentElement.lang)
  );
}

function declaresArticle(page: Document): boolean {
  return (
    page.querySelector(
      `meta[property="og:type" i][content="article" i], meta[property="article:published_time" i],
       [itemprop~="articleBody"], [itemtype$="Article"], [itemtype$="BlogPosting"]`,
    ) !== null || /"@type"\s*:\s*\[?\s*"\w*(?:Article|BlogPosting)"/.test(structuredData(page))
  );
}

/** A shop, a film, a profile. */
function declaresOther(page: Document): boolean {
  return page.querySelector('meta[property="og:type" i][content^="product" i], [itemtype$="schema.org/Product"]') !== null;
}

function structuredData(page: Document): string {
  return page.querySelector('script[type="application/ld+json"]')?.textContent?.slice(0, 20_000) ?? '';
}
