/** The extension's lessons in the playground: their articles are read as any text here is. `#lesson=3` opens one. */
import { showLesson } from '../../extension/src/lessons/lesson.ts';
import type { ListedClaim } from '../../extension/src/messages.ts';
import { claimsIn } from './engine.ts';
import { inert } from './input/inert.ts';
import { Paper } from './paper.ts';
import { read } from './reading.ts';

const NAME = '#lesson=';

/** Whether an address names a lesson. */
export function namesLesson(hash: string): boolean {
  return hash.startsWith(NAME);
}

export function linkToLesson(number: number): string {
  return NAME + number;
}

/** Fills an element of the page with the lesson that an address names. The signal takes its lines and card away. */
export function showNamedLesson(parent: HTMLElement, hash: string, signal: AbortSignal): void {
  showLesson(parent, Number(hash.slice(NAME.length)), { read: readOn, link: linkToLesson }, signal);
}

async function readOn(article: HTMLElement, plain: string, signal: AbortSignal): Promise<ListedClaim[]> {
  const text = await read(inert(plain), signal);
  const report = await claimsIn(text);
  signal.throwIfAborted();
  return new Paper(article, text, report, signal).claims;
}
