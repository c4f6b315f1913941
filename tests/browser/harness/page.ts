/** What a reader sees of a page, and does on it. */
import type { Page } from 'puppeteer-core';
import { callOf } from './code.ts';

/** A marked piece of text. */
export interface Mark {
  words: string;
  /** `hearsay-1`, `hearsay-2` or `hearsay-3`. */
  line: string;
  /** Whether dots below it say that the last hand has no name. */
  anonymous: boolean;
}

/** The marks that are painted now, in text order. */
export async function marksOn(page: Page): Promise<Mark[]> {
  return run(page, () => {
    const ranges = (name: string) => [...((CSS.highlights.get(name) as Iterable<AbstractRange> | undefined) ?? [])];
    const isSame = (a: AbstractRange, b: AbstractRange) => a.startContainer === b.startContainer && a.startOffset === b.startOffset;
    const nameless = ranges('hearsay-anonymous');
    const live = (range: AbstractRange) => {
      const made = document.createRange();
      made.setStart(range.startContainer, range.startOffset);
      made.setEnd(range.endContainer, range.endOffset);
      return made;
    };
    return ['hearsay-1', 'hearsay-2', 'hearsay-3']
      .flatMap((line) => ranges(line).map((range) => ({ line, range, anonymous: nameless.some((other) => isSame(range, other)) })))
      .sort((a, b) => live(a.range).compareBoundaryPoints(Range.START_TO_START, live(b.range)))
      .map(({ line, range, anonymous }) => ({ words: live(range).toString(), line, anonymous }));
  });
}

/** The marks, as soon as there are any. */
export async function waitForMarks(page: Page): Promise<Mark[]> {
  return eventually('no claim was marked', async () => {
    const marks = await marksOn(page);
    return marks.length > 0 ? marks : null;
  });
}

/** Waits until no mark is left. */
export async function waitForNoMarks(page: Page): Promise<void> {
  await eventually('marks are still painted', async () => ((await marksOn(page)).length === 0 ? true : null));
}

/** Moves the pointer to some words, step by step as a hand does, and leaves it there. */
export async function pointAt(page: Page, words: string): Promise<void> {
  const place = await run(page, placeOf, words);
  if (place === null) throw new Error(`“${words}” is not on the page.`);
  await page.mouse.move(place.x, place.y - 60);
  await page.mouse.move(place.x, place.y, { steps: 5 });
}

/** Moves the pointer to where nothing is. */
export async function pointAway(page: Page): Promise<void> {
  await page.mouse.move(2, 2, { steps: 3 });
}

/** The page as text, without the one element that the extension may add. */
export async function htmlOf(page: Page): Promise<string> {
  return run(page, () => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const card of copy.querySelectorAll('hearsay-card')) card.remove();
    return copy.outerHTML;
  });
}

/** Whether the words can be seen in the window without scrolling. */
export async function isInSight(page: Page, words: string): Promise<boolean> {
  return run(page, (words) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const at = (walk.currentNode as Text).data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walk.currentNode, at);
      range.setEnd(walk.currentNode, at + words.length);
      const { top, bottom } = range.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }
    return false;
  }, words);
}

/** Runs a function in the page. The arguments and the result are JSON. */
export async function run<Arguments extends unknown[], Result>(
  page: Page,
  code: (...given: Arguments) => Result | Promise<Result>,
  ...given: Arguments
): Promise<Result> {
  return (await page.evaluate(callOf(code, ...given))) as Result;
}

/** Asks again until there is an answer. */
export async function eventually<Found>(otherwise: string, look: () => Promise<Found | null>, patience = 8000): Promise<Found> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`After ${patience / 1000} seconds ${otherwise}.`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** Scrolls some words to the middle of the window, if need be, and says where they are. */
function placeOf(words: string): { x: number; y: number } | null {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    const at = text.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + words.length);
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight - 60) text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const line = range.getClientRects()[0];
    return line ? { x: line.left + line.width / 2, y: line.top + line.height / 2 } : null;
  }
  return null;
}
