/** What a reader sees of a page, and does on it. */
import type { Frame, Page } from 'puppeteer-core';
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
export async function marksOn(page: Page | Frame): Promise<Mark[]> {
  return run(page, () => {
    const ranges = (name: string) => [...((CSS.highlights.get(name) as Iterable<AbstractRange> | undefined) ?? [])];
    const isSame = (a: AbstractRange, b: AbstractRange) =>
      a.startContainer === b.startContainer && a.startOffset === b.startOffset;
    const isSameTree = (a: AbstractRange, b: AbstractRange) =>
      a.startContainer.getRootNode() === b.startContainer.getRootNode();
    const topOf = (range: AbstractRange) => live(range).getBoundingClientRect().top;
    const nameless = ranges('hearsay-anonymous');
    const live = (range: AbstractRange) => {
      const made = document.createRange();
      made.setStart(range.startContainer, range.startOffset);
      made.setEnd(range.endContainer, range.endOffset);
      return made;
    };
    return ['hearsay-1', 'hearsay-2', 'hearsay-3']
      .flatMap((line) =>
        ranges(line).map((range) => ({ line, range, anonymous: nameless.some((other) => isSame(range, other)) })),
      )
      .sort((a, b) =>
        isSameTree(a.range, b.range)
          ? live(a.range).compareBoundaryPoints(Range.START_TO_START, live(b.range))
          : topOf(a.range) - topOf(b.range),
      )
      .map(({ line, range, anonymous }) => ({ words: live(range).toString(), line, anonymous }));
  });
}

/** The marks, as soon as there are any. */
export async function waitForMarks(page: Page | Frame): Promise<Mark[]> {
  return eventually('no claim was marked', async () => {
    const marks = await marksOn(page);
    return marks.length > 0 ? marks : null;
  });
}

/** Waits until no mark is left. */
export async function waitForNoMarks(page: Page | Frame): Promise<void> {
  await eventually('marks are still painted', async () => ((await marksOn(page)).length === 0 ? true : null));
}

/** The words of the claim whose card is open; empty when none is. */
export function openClaimOn(page: Page): Promise<string> {
  return wordsOf(page, 'hearsay-active');
}

/** The words that wear a highlight; empty when there are none. */
export async function wordsOf(page: Page, highlight: string): Promise<string> {
  return run(
    page,
    (highlight) => {
      const ranges = [...((CSS.highlights.get(highlight) as Iterable<AbstractRange> | undefined) ?? [])];
      const words = ranges.map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
      return words.join(' … ');
    },
    highlight,
  );
}

/** Moves the pointer to some words, step by step as a hand does, and leaves it there. */
export async function pointAt(page: Page, words: string): Promise<void> {
  const { x, y } = await bringIntoSight(page, words);
  await page.mouse.move(x, y - 40);
  await page.mouse.move(x, y, { steps: 5 });
}

/** Moves the pointer to some words in a frame. */
export async function pointIntoFrame(page: Page, frame: Frame, words: string): Promise<void> {
  const inside = await run(frame, placeOf, words);
  const around = await (await frame.frameElement())!.boundingBox();
  if (inside === null || around === null) throw new Error(`“${words}” is not in the frame.`);
  const [x, y] = [around.x + inside.x, around.y + inside.y];
  await page.mouse.move(x, y - 20);
  await page.mouse.move(x, y, { steps: 5 });
}

/** Taps some words with a finger. */
export async function tapOn(page: Page, words: string): Promise<void> {
  const { x, y } = await bringIntoSight(page, words);
  await page.touchscreen.tap(x, y);
}

async function bringIntoSight(page: Page, words: string): Promise<{ x: number; y: number }> {
  let place = await run(page, placeOf, words);
  if (place !== null && !place.inSight) {
    await run(page, (y) => scrollBy({ top: y - Math.min(300, innerHeight / 2), behavior: 'instant' }), place.y);
    place = await run(page, placeOf, words);
  }
  if (place === null) throw new Error(`“${words}” is not on the page.`);
  return place;
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
  return (await run(page, placeOf, words))?.inSight ?? false;
}

/** Runs a function in the page. The arguments and the result are JSON. */
export async function run<Arguments extends unknown[], Result>(
  page: Page | Frame,
  code: (...given: Arguments) => Result | Promise<Result>,
  ...given: Arguments
): Promise<Result> {
  return (await page.evaluate(callOf(code, ...given))) as Result;
}

/** Asks again until there is an answer. */
export async function eventually<Found>(
  otherwise: string,
  look: () => Promise<Found | null>,
  patience = 8000,
): Promise<Found> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`After ${patience / 1000} seconds ${otherwise}.`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** Where the first line of some words is in the window, in CSS pixels; they may run on from one element to the next. */
export function placeOf(words: string): { x: number; y: number; inSight: boolean } | null {
  const texts: { node: Text; start: number }[] = [];
  let all = '';
  const collect = (node: Node) => {
    if (node instanceof Text) {
      texts.push({ node, start: all.length });
      all += node.data;
    }
    const shown =
      node instanceof HTMLSlotElement && node.assignedNodes().length > 0
        ? node.assignedNodes()
        : ((node as Element).shadowRoot ?? node).childNodes;
    shown.forEach(collect);
  };
  collect(document.body);
  const at = all.indexOf(words);
  if (at < 0) return null;
  const first = texts.findLast(({ start }) => start <= at)!;
  const last = texts.findLast(({ start }) => start < at + words.length)!;
  const range = document.createRange();
  range.setStart(first.node, at - first.start);
  range.setEnd(last.node, at + words.length - last.start);
  const line = range.getClientRects()[0];
  if (line === undefined) return null;
  const [x, y] = [line.left + line.width / 2, line.top + line.height / 2];
  return { x, y, inSight: y > 60 && y < innerHeight - 60 };
}
