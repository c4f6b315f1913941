/**
 * Text or HTML as a document that no window shows: nothing in it runs, nothing is loaded, and none of its markup ever
 * comes into the page.
 */
import { checkHtml, checkText } from './length.ts';

/** The page's policy lets no markup pass but by this, which leads into a document of its own and nowhere else. */
const pass = globalThis.trustedTypes?.createPolicy('inert', { createHTML: (html) => html });

/**
 * HTML stays as it is; of plain text each block becomes a paragraph.
 *
 * @throws Refused when it is too long.
 */
export function inert(text: string): Document {
  if (!isHtml(text)) {
    checkText(text);
    return ofPlainText(text);
  }
  checkHtml(text);
  return new DOMParser().parseFromString(pass?.createHTML(text) ?? text, 'text/html');
}

/** Whether text is HTML: it begins with a tag or a comment and ends with one. */
function isHtml(text: string): boolean {
  return /^[\s\ufeff]*<[!a-z]/i.test(text) && text.trimEnd().endsWith('>');
}

function ofPlainText(text: string): Document {
  const page = document.implementation.createHTMLDocument();
  const blocks = blocksOf(text);
  const body = blocks.map((block, place) => {
    const made = page.createElement(place === 0 && blocks.length > 1 && isHeadline(block) ? 'h1' : 'p');
    made.textContent = block;
    return made;
  });
  page.body.append(...body);
  return page;
}

/** Blank lines part blocks; where there are none, each line is one. */
function blocksOf(text: string): string[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .trim();
  const blocks = lines.split(/\n\s*\n/);
  return (blocks.length > 1 ? blocks : lines.split('\n')).map((block) => block.trim()).filter((block) => block !== '');
}

/** Characters that a headline has at most. UTF-16 code units. */
const LONGEST_HEADLINE = 180;

/** One short line that ends as no sentence does. */
function isHeadline(block: string): boolean {
  return block.length <= LONGEST_HEADLINE && !/\n|[.!…:;,]["'”’)\]]*$/.test(block);
}
