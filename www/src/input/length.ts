/** How much is read at once. What is longer is refused, never cut. */
import { digits } from '../../../extension/src/i18n.ts';
import { Refused } from '../refused.ts';

/** A hundred thousand words, a long novel: where the extension ends a page too. UTF-16 code units. */
const LONGEST_TEXT = 600_000;
/** A page with its markup and scripts. Bytes of a file, UTF-16 code units of what is pasted. */
const LARGEST_PAGE = 10_000_000;

/** @throws Refused when a text is too long. */
export function checkText({ length }: string): void {
  if (length > LONGEST_TEXT) throw tooLong();
}

/** @throws Refused when the HTML of a page is too long. */
export function checkHtml({ length }: string): void {
  if (length > LARGEST_PAGE) throw tooLong();
}

export function tooLong(): Refused {
  return new Refused(
    `This text is too long: at most ${digits(LONGEST_TEXT)} characters are read at once. Try one article of it.`,
  );
}

/** @throws Refused when a file is too large. */
export function checkFile({ name, size }: File): void {
  if (size <= LARGEST_PAGE) return;
  throw new Refused(
    `“${name}” is too large: ${megabytes(size)} MB, and at most ${megabytes(LARGEST_PAGE)} MB are read.`,
  );
}

function megabytes(bytes: number): string {
  return digits(Math.ceil(bytes / 1_000_000));
}
