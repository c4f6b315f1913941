/**
 * Does a page read like an article in English? Takes a millisecond or two, so that every other page is left alone at
 * no cost. In goes the document; out comes yes or no. Asks for no style and no layout.
 *
 * A page has to hold enough running text that stands together: a front page or a shop has as much text, but each piece
 * alone in its card. What a page declares about itself (its metadata, its structured data, a button to buy) lowers or
 * raises what is asked: an article may be short, and what is for sale or to be cooked is no article at all.
 */
import { textContentOf } from '../clobbering.ts';
import { Trees } from '../trees.ts';
import { isEnglish } from './english.ts';
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

/** Structured data that is not looked at any further. UTF-16 code units. */
const LONG_DATA = 20_000;

/** Whether the page reads like an article in English. */
export function readsLikeAnArticle(page: Document, trees = new Trees(page)): boolean {
  if (!/html/.test(page.contentType) || page.designMode === 'on') return false;
  const kind = declaredKind(page);
  if (kind === 'other') return false;
  const asked = kind === 'article' ? OF_A_DECLARED_ARTICLE : USUAL;
  let [length, paragraphs, sample] = [0, 0, ''];
  const isEnough = () => (length >= asked.length && paragraphs >= asked.paragraphs) || length >= asked.much;
  for (const passage of kind === 'article' ? passages(trees) : standingTogether(passages(trees))) {
    length += passage.length;
    paragraphs += passage.paragraphs;
    if (sample.length < SAMPLE) sample += `${textContentOf(passage.element)} `;
    if (isEnough() && sample.length >= SAMPLE) break;
  }
  return isEnough() && isEnglish(sample.slice(0, SAMPLE), page.documentElement.lang);
}

const ARTICLE = `meta[property="og:type" i][content="article" i], meta[property="article:published_time" i],
  [itemprop~="articleBody"], [itemtype$="Article"], [itemtype$="BlogPosting"]`;
/** A shop, a film, a profile; what a cook reads. */
const OTHER = `meta[property="og:type" i]:is([content^="product" i], [content="profile" i], [content^="video" i], [content^="music" i]),
  [itemtype$="schema.org/Product"]`;
const RECIPE = `[itemtype$="schema.org/Recipe"], [itemprop~="recipeIngredient"], [class*="wprm-recipe"], [class*="tasty-recipes"]`;
/** How both are headed where they declare nothing. */
const INGREDIENTS = /^ingredients:?$/i;
const REVIEWS = /^(?:customer reviews|ratings (?:&|and) reviews|product (?:details|description)|related products)$/i;
const FOR_SALE = `[class*="add-to-cart" i], [class*="addtocart" i], [name="add-to-cart"], [id*="add-to-cart" i], [data-testid*="add-to-cart" i]`;

/** What a page says it is; null where it says nothing. */
function declaredKind(page: Document): 'article' | 'other' | null {
  const data = structuredData(page);
  const says = (kinds: string) => new RegExp(`"@type"\\s*:\\s*(?:\\[[^\\]]*)?"(?:${kinds})"`).test(data);
  const has = (selector: string) => page.querySelector(selector) !== null;
  const headings = [...page.querySelectorAll('h2, h3, h4')].map(({ textContent }) => (textContent ?? '').trim());
  const isHeaded = (words: RegExp) => headings.some((heading) => words.test(heading));
  // Whoever writes a recipe writes about it too, and calls the whole an article.
  if (says('Recipe') || has(RECIPE) || isHeaded(INGREDIENTS)) return 'other';
  if (says('\\w*(?:Article|BlogPosting)') || has(ARTICLE)) return 'article';
  const isOther = says('Product|ProductGroup|ItemList|CollectionPage|SearchResultsPage|ProfilePage|JobPosting');
  return isOther || has(OTHER) || has(FOR_SALE) || isHeaded(REVIEWS) ? 'other' : null;
}

/** The beginning of a page's structured data. */
function structuredData(page: Document): string {
  let data = '';
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    data += (script.textContent ?? '').slice(0, LONG_DATA - data.length);
    if (data.length >= LONG_DATA) break;
  }
  return data;
}
