/** A section of the options: a heading, what stands under it, and how it follows the settings. */
import { element } from '../look/element.ts';
import type { Change, Settings } from '../settings.ts';

export interface Section {
  id: string;
  title: string;
  node: HTMLElement;
  /** Shows what is set. */
  show(settings: Settings): void;
}

/** Saves changes at once; false when the browser did not keep them, which is then said already. */
export type Save = (...changes: Change[]) => Promise<boolean>;

/** Says something to the reader, seen and heard. */
export type Tell = (words: string) => void;

/** A section with its heading. */
export function section(id: string, title: string, parts: (Node | string)[], show: Section['show'] = () => {}): Section {
  const node = element('section', { id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title` }, title), ...parts);
  return { id, title, node, show };
}
