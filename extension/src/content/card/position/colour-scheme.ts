/** Whether the page behind some words is dark or light, so that the card can follow it. */
import { luminanceBehind } from '../../dom/background-colour.ts';

/** A ground this light is nearer to white than to black for an eye. */
const MIDDLE = 0.22;

export function groundBehind(element: Element): 'dark' | 'light' {
  return luminanceBehind(element) < MIDDLE ? 'dark' : 'light';
}
