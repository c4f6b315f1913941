/**
 * Marks that lead from running text to a note: `[2]`, `*`, a number raised or linked. They are no words of the sentence.
 * Pure but for looking at the element.
 */

/** A mark and nothing else. */
const MARK = /^\s*(?:\[\s*[\w*†‡]{1,4}\s*\]|\(\d{1,3}\)|[*†‡§¶#]{1,3}|\d{1,3}(?:\s*[,–-]\s*\d{1,3})*)\s*$/;
/** UTF-16 code units. */
const LONG_MARK = 12;
/** Behind these a raised number is an exponent: figures, letters of a formula, units. */
const RAISED = /(?:^|[^\p{L}])(?:\p{L}|[cdkm]m|mc|ft|in|yd|mi|sq)$|\d\)?$/iu;
/** Marks in the text itself, right behind a word or its stop. */
const IN_TEXT = /(?<=[\p{L}\p{N}.,;:!?"'”’)\]])(?:\[\d{1,3}\]|[†‡]|(?<!\*)\*(?![\w*]))/gu;

/** Whether a raised element or a link is the mark of a note. */
export function isNoteMark(element: Element): boolean {
  const isRaised = element.localName === 'sup';
  if (!isRaised && element.localName !== 'a') return false;
  const leadsToNote = isRaised
    ? element.querySelector('a[href*="#"]') !== null
    : (element.getAttribute('href') ?? '').startsWith('#');
  if (isRaised && leadsToNote) return true;
  const words = element.textContent ?? '';
  if ((!isRaised && !leadsToNote) || words.length > LONG_MARK || !MARK.test(words)) return false;
  // A figure alone may be an exponent, if it is not linked.
  return leadsToNote || !/^\s*\d/.test(words) || !RAISED.test(element.previousSibling?.textContent ?? '');
}

/** Some text of a page without the marks in it: the stretches that are left, in UTF-16 code units. */
export function* withoutNoteMarks(text: string, from: number, to: number): Generator<[from: number, to: number]> {
  let at = from;
  // Few texts have any, and it is quicker to look than to match.
  if (/[[*†‡]/.test(text)) {
    for (const { index, 0: mark } of text.slice(0, to).matchAll(IN_TEXT)) {
      if (index < at) continue;
      yield [at, index];
      at = index + mark.length;
    }
  }
  yield [at, to];
}
