/** A section of the options: a heading, what stands under it, and how it follows the settings. */
import type { Settings } from '../../settings/schema.ts';
import { element } from '../../ui/element.ts';

export interface Section {
  id: string;
  title: string;
  node: HTMLElement;
  /** Shows what is set. */
  show(settings: Settings): void;
}

/** Says something to the reader, seen and heard. */
export type Tell = (words: string) => void;

/** A section with its heading. */
export function section(
  id: string,
  title: string,
  parts: (Node | string)[],
  show: Section['show'] = () => {},
): Section {
  const node = element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    ...parts,
  );
  return { id, title, node, show };
}
