/** What stands where no claims can be listed: what is so, a sentence or two, at most one thing to do. */
import { button, element } from './element.ts';
import { glyph } from './logo.ts';

export interface EmptyState {
  title: string;
  text: string[];
  action?: { label: string; main?: boolean; press: () => void };
}

export function emptyState({ title, text, action }: EmptyState): HTMLElement {
  return element(
    'section',
    { class: 'empty-state' },
    glyph(28) as Node,
    element('h2', {}, title),
    ...text.map((sentence) => element('p', {}, sentence)),
    action ? button(action.main ? 'button main' : 'button', action.label, action.press) : null,
  );
}
