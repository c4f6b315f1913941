/**
 * A sentence to a reader who asked something that no card can answer. It stands by the words that were asked about, or
 * at the window's upper edge, until the reader presses Escape or clicks elsewhere. It takes the focus when there is
 * something to press on it, and gives it back.
 */
import { direction, language, say } from '../../i18n.ts';
import { button, element } from '../../ui/element.ts';
import { cross } from '../card/button-icons.ts';
import { buildHost, placeFor, type Hosted } from '../card/host.ts';
import { groundBehind } from '../card/position/colour-scheme.ts';
import { standBy } from '../card/position/positioning.ts';
import { elementOf } from '../card/position/visibility.ts';
import sheet from './message.css' with { type: 'text' };

/** Something to press on a message. */
export interface Act {
  label: string;
  press(): void | Promise<void>;
}

export class Message {
  #open: { hosted: Hosted; focusBefore: Element | null; end: AbortController } | null = null;

  /** @param styles for what is shown beside the words. */
  constructor(private readonly styles = '') {}

  /** Says something in the place of what was said before, with more below the words. */
  tell(words: string, near: readonly Range[], act: Act | null, more: HTMLElement | null = null): void {
    this.close();
    const hosted = buildHost(sheet + this.styles);
    const end = new AbortController();
    this.#open = { hosted, focusBefore: document.activeElement, end };
    const close = button('sign close', '', () => this.close());
    close.append(cross());
    close.ariaLabel = say('card_close');
    const spoken = element('p', { role: 'status' });
    const press = act && button('textual', act.label, () => void act.press());
    const parts = more === null ? [spoken, press, close] : [spoken, close, more, press];
    const node = element('section', { class: 'card message hs', popover: 'manual', tabindex: -1 }, ...parts);
    node.lang = language();
    node.dir = direction();
    hosted.shadow.append(node);
    placeFor(elementOf(near)).append(hosted.host);
    node.showPopover();
    // A live region speaks of what comes into it.
    spoken.textContent = words;
    if (standBy(node, near, { attribution: [], sentences: [], next: [] }) === null) standAtEdge(node);
    if (act !== null) node.focus({ preventScroll: true });
    addEventListener('keydown', (event) => this.#keyed(event), { signal: end.signal, capture: true });
    addEventListener('click', ({ target, isTrusted }) => isTrusted && target !== hosted.host && this.close(), {
      signal: end.signal,
      capture: true,
    });
  }

  close(): void {
    if (this.#open === null) return;
    const { hosted, focusBefore, end } = this.#open;
    this.#open = null;
    end.abort();
    const hadFocus = hosted.shadow.activeElement !== null;
    hosted.host.remove();
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.close();
  }
}

/** At the right end of the window's upper edge. */
function standAtEdge(node: HTMLElement): void {
  node.dataset['ground'] = groundBehind(document.body);
  node.style.right = '8px';
  node.style.top = `${scrollY + 8}px`;
}
