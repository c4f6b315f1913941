/**
 * Where a page holds running text: its passages, found by looking at what paragraphs are usually made of (`p`, lines
 * parted by `br`, bare text in boxes) without asking for a single style or a layout. In goes the document; out come
 * passages in document order, lazily, so that whoever has seen enough can stop.
 */

/** A piece of running text. */
export interface Passage {
  element: Element;
  /** Its length in UTF-16 code units, white space around it left out. */
  length: number;
  /** How many paragraphs a reader sees in it: several where `br` parts them. */
  paragraphs: number;
}

/** A shorter piece is a label, a date, a button. UTF-16 code units. */
const PASSAGE = 40;
/** Running text is mostly not linked. */
const LINKED_SHARE = 0.5;
/** Boxes looked at for bare text, at most. */
const BOXES = 3000;

/** Passages in these are not the page's own telling. */
const APART = `nav, aside, footer, button, select, textarea, pre, code, figcaption, dialog, a, template, noscript,
  [hidden], [aria-hidden="true"], [contenteditable]:not([contenteditable="false"]),
  [role="navigation"], [role="complementary"], [role="contentinfo"], [role="dialog"], [role="textbox"]`;

/** The page's passages in `p` and between `br`; failing these, bare text in boxes. */
export function* passages(page: Document): Generator<Passage> {
  let found = false;
  const seen = new Set<Element>();
  for (const mark of page.querySelectorAll('p, br')) {
    const element = mark.localName === 'p' ? mark : mark.parentElement;
    if (element === null || seen.has(element)) continue;
    seen.add(element);
    const passage = mark.localName === 'p' ? inParagraph(element) : betweenBreaks(element);
    if (passage === null) continue;
    found = true;
    yield passage;
  }
  if (!found) yield* inBoxes(page);
}

function inParagraph(element: Element): Passage | null {
  const length = textLength(element.textContent);
  return isRunning(element, length) ? { element, length, paragraphs: 1 } : null;
}

/** Counts the element's own text only: a `p` inside speaks for itself. */
function betweenBreaks(element: Element): Passage | null {
  if (element.localName === 'p') return null;
  const length = ownTextLength(element);
  if (!isRunning(element, length)) return null;
  const breaks = element.querySelectorAll(':scope > br').length;
  return { element, length, paragraphs: 1 + Math.floor(breaks / 2) };
}

function* inBoxes(page: Document): Generator<Passage> {
  let looked = 0;
  for (const element of page.querySelectorAll('div, section, article, main, td, span')) {
    if (++looked > BOXES) return;
    const length = ownTextLength(element);
    if (isRunning(element, length)) yield { element, length, paragraphs: 1 };
  }
}

function isRunning(element: Element, length: number): boolean {
  if (length < PASSAGE || element.closest(APART) !== null) return false;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += textLength(link.textContent);
  return linked < length * LINKED_SHARE;
}

function ownTextLength(element: Element): number {
  let length = 0;
  for (const child of element.childNodes) if (child instanceof Text) length += textLength(child.data);
  return length;
}

function textLength(text: string | null): number {
  return text === null ? 0 : text.trim().length;
}
