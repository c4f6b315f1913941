/** What stands where no claims can be listed: what is so, a sentence or two, at most one thing to do. */
import { button, element } from './element.ts';
import { glyph } from './logo.ts';

export interface Notice {
  title: string;
  text: string[];
  action?: { label: string; main?: boolean; press: () => void };
}

export function notice({ title, text, action }: Notice): HTMLElement {
  return element(
    'section',
    { class: 'notice' },
    glyph(28) as Node,
    element('h2', {}, title),
    ...text.map((sentence) => element('p', {}, sentence)),
    action ? button(action.main ? 'button main' : 'button', action.label, action.press) : null,
  );
}
