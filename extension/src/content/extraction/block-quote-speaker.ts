/**
 * Who said a block quotation, where the page sets the name apart behind it: in a `cite`, a `footer`, the caption of its
 * figure, an element of such a class, a paragraph behind a dash. Looks at elements and their text alone.
 */

const CALLED =
  /(?:^|[\s_-])(?:attribution|cite|citation|speaker|quote-?(?:author|source|name)|(?:author|source)(?=\s|$))/i;
/** `— Ann Roe` */
const SIGNATURE = /^[–—―-]{1,2}\s?\p{Lu}/u;
/** A name with its office is shorter. UTF-16 code units. */
const LONG_NAME = 140;
const QUOTATION = 'blockquote, [role=blockquote]';

/** Whether an element names the speaker of the block quotation that it ends, or that stands right before it. */
export function namesSpeaker(element: Element, inQuotation: boolean): boolean {
  const { localName } = element;
  const isMade = localName === 'cite' || localName === 'footer' || localName === 'figcaption';
  const isCalled = isMade || CALLED.test(element.getAttribute('class') ?? '');
  if (!isCalled && !(inQuotation && localName === 'p')) return false;
  const words = (element.textContent ?? '').trim();
  if (!isCalled && !SIGNATURE.test(words)) return false;
  if (words === '' || words.length > LONG_NAME || words.endsWith(':')) return false;
  const quotation = element.parentElement?.closest(QUOTATION);
  if (quotation) return endsIn(quotation, element);
  const before = element.previousElementSibling;
  return localName !== 'footer' && before !== null && before.matches(`${QUOTATION}, :has(> blockquote:only-child)`);
}

/** Whether an element is the last that a quotation holds, and not all of it. */
function endsIn(quotation: Element, element: Element): boolean {
  let at = element;
  let isFirst = true;
  for (;;) {
    if (isFirst && hasWords(at, 'previousSibling')) isFirst = false;
    if (hasWords(at, 'nextSibling')) return false;
    if (at.parentElement === null || at.parentElement === quotation) return !isFirst;
    at = at.parentElement;
  }
}

function hasWords(from: Element, direction: 'previousSibling' | 'nextSibling'): boolean {
  for (let node = from[direction]; node !== null; node = node[direction])
    if (/\S/.test(node.textContent ?? '') && node.nodeType !== Node.COMMENT_NODE) return true;
  return false;
}
