/** What the lines of the map mean. */
import { element } from '../look/element.ts';
import { say } from '../words.ts';

const SVG = 'http://www.w3.org/2000/svg';

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
  const picture = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  for (const [name, value] of Object.entries({ class: 'lines', width: 26, height: 8, 'aria-hidden': 'true' })) picture.setAttribute(name, String(value));
  for (const [name, value] of Object.entries({ class: line, d: 'M2 4h22', fill: 'none', ...look })) path.setAttribute(name, String(value));
  picture.append(path);
  return element('span', {}, picture, words);
}
