/** What the lines of the map mean. */
import { element } from '../look/element.ts';
import { shape } from '../look/shape.ts';
import { say } from '../words.ts';

export function mapKey(): HTMLElement {
  return element(
    'p',
    { class: 'key' },
    sample('plain', { 'stroke-width': 5 }, say('panel_key_width')),
    sample('nameless', { 'stroke-width': 3, 'stroke-linecap': 'round', 'stroke-dasharray': '0.01 5' }, say('panel_key_nameless')),
    sample('perhaps', { 'stroke-width': 1.25, 'stroke-dasharray': '5 4' }, say('panel_key_perhaps')),
  );
}

function sample(line: string, look: Record<string, string | number>, words: string): HTMLElement {
  const path = shape('path', { class: line, d: 'M2 4h22', fill: 'none', ...look });
  return element('span', {}, shape('svg', { class: 'lines', width: 26, height: 8, 'aria-hidden': 'true' }, path), words);
}
