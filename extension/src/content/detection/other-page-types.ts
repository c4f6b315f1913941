/**
 * Whether a page with enough running text for an article is of another kind: a recipe, something for sale, a list, a
 * profile, a chapter of a book. What shops, readers and characters say there has no sources that anybody looks for. What a
 * page declares comes first, then how its parts are headed and what its buttons are for. In go the document; asks for no
 * style.
 */
import { declaresArticle, saysInData } from './metadata.ts';

/** Whoever writes a recipe writes about it too, and calls the whole an article. */
const RECIPE =
  '[itemtype$="schema.org/Recipe"], [itemprop~="recipeIngredient"], [class*="wprm-recipe"], [class*="tasty-recipes"]';
const INGREDIENTS = /^ingredients:?$/i;

const OTHER = `meta[property="og:type" i]:is([content^="product" i], [content="profile" i], [content^="book" i], [content^="video" i], [content^="music" i]),
  [itemtype$="schema.org/Product"], [class*="add-to-cart" i], [class*="addtocart" i], [id*="add-to-cart" i], [data-testid*="add-to-cart" i]`;
const OTHER_DATA = 'Chapter|Product|ProductGroup|ItemList|CollectionPage|SearchResultsPage|ProfilePage|JobPosting';
const REVIEWS = /^(?:customer reviews|ratings (?:&|and) reviews|product (?:details|description)|related products)$/i;

export function isOfOtherKind(page: Document): boolean {
  const headings = [...page.querySelectorAll('h2, h3, h4')].map(({ textContent }) => (textContent ?? '').trim());
  const has = (selector: string, words: RegExp) =>
    page.querySelector(selector) !== null || headings.some((heading) => words.test(heading));
  if (saysInData(page, 'Recipe') || has(RECIPE, INGREDIENTS)) return true;
  return !declaresArticle(page) && (saysInData(page, OTHER_DATA) || has(OTHER, REVIEWS));
}
