/**
 * The card: opens for one claim at a time, stands by its words while the page scrolls, closes when they are out of
 * sight. It never takes the focus by itself and never moves the page.
 */
import { lineFor, endsNameless } from '../../depth.ts';
import { element } from '../../look/element.ts';
import { digits, say } from '../../words.ts';
import type { Claim } from 'hearsay';
import { parentOf, withAncestors } from '../ancestors.ts';
import { copy } from './clipboard.ts';
import { buildFrame, type Frame } from './frame.ts';
import { groundBehind } from './ground.ts';
import { linesOf, place, type Box } from './placement.ts';
import { threadOf } from './thread.ts';
import type { CardText } from './wording.ts';

/** What a card is opened for. */
export interface Subject {
  claim: Claim;
  text: CardText;
  /** The claim's words on the page, in text order. */
  content: readonly Range[];
  /** The words that attribute it. */
  attribution: readonly Range[];
  /** Which of how many, from 1. */
  number: number;
  of: number;
}

/** What opened a card. One that the pointer did not open is read out, and the Tab key leads into it. */
export type Opener = 'pointer' | 'key';

export class Card {
  #frame: Frame | null = null;
  #open: { subject: Subject; opener: Opener; end: AbortController } | null = null;
  /** Where the focus was before it went into the card. */
  #focusBefore: Element | null = null;

  /**
   * @param step is asked to open the card of the next claim or the one before.
   * @param closed is told when the card has closed.
   * @param signal takes the card out of the page.
   */
  constructor(
    private readonly step: (by: 1 | -1) => void,
    private readonly closed: () => void,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /** The claim whose card is open. */
  get subject(): Subject | null {
    return this.#open?.subject ?? null;
  }

  /** Where the open card stands, in CSS pixels from the window's corner. */
  get box(): DOMRect | null {
    return this.#open === null ? null : (this.#frame?.card.getBoundingClientRect() ?? null);
  }

  /** Whether an event that is being handled happened on the card. */
  isUnder(event: Event): boolean {
    return this.#frame !== null && event.target === this.#frame.host;
  }

  open(subject: Subject, opener: Opener): void {
    if (this.signal.aborted) return;
    const frame = (this.#frame ??= this.#build());
    if (!frame.host.isConnected) document.documentElement.append(frame.host);
    this.#open?.end.abort();
    const end = new AbortController();
    this.#open = { subject, opener, end };
    fill(frame, subject);
    frame.spoken.textContent = opener === 'key' ? subject.text.spoken : '';
    frame.card.showPopover();
    frame.card.scrollTop = 0;
    this.#place();
    this.#listen(end.signal);
  }

  close(): void {
    if (this.#open === null || this.#frame === null) return;
    this.#open.end.abort();
    this.#open = null;
    if (this.#frame.shadow.activeElement !== null) this.#giveFocusBack();
    if (this.#frame.host.isConnected) this.#frame.card.hidePopover();
    this.#frame.spoken.textContent = '';
    this.closed();
  }

  /** Moves the focus into the card. */
  enter(): void {
    if (this.#frame === null || this.#open === null) return;
    this.#focusBefore = document.activeElement;
    this.#frame.card.focus({ preventScroll: true });
  }

  #build(): Frame {
    return buildFrame({
      close: () => this.close(),
      step: (by) => this.step(by),
      copy: () => this.#copy(),
    });
  }

  #copy(): void {
    if (this.#open === null || this.#frame === null) return;
    const done = copy(this.#open.subject.text.copy);
    this.#frame.copy.textContent = say(done ? 'card_copied' : 'card_not_copied');
  }

  #giveFocusBack(): void {
    if (this.#focusBefore instanceof HTMLElement && this.#focusBefore.isConnected) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
  }

  #listen(signal: AbortSignal): void {
    let frame = 0;
    const soon = (action: () => void) => () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (!signal.aborted) action();
      });
    };
    const options = { signal, capture: true, passive: true };
    addEventListener('scroll', soon(() => this.#follow()), options);
    addEventListener('resize', soon(() => this.#place()), options);
    addEventListener('keydown', (event) => this.#keyed(event), { signal, capture: true });
    signal.addEventListener('abort', () => cancelAnimationFrame(frame), { once: true });
  }

  #keyed(event: KeyboardEvent): void {
    const isEntering = event.key === 'Tab' && !event.shiftKey && this.#open?.opener === 'key' && !this.isUnder(event);
    if (event.key !== 'Escape' && !isEntering) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isEntering) this.enter();
    else this.close();
  }

  /** Puts the card where it belongs now. */
  #place(): void {
    if (this.#open === null || this.#frame === null) return;
    const { card } = this.#frame;
    const { content, attribution } = this.#open.subject;
    const first = elementOf(content);
    const lines = linesIn(content);
    if (first === null || lines.length === 0) return this.close();
    card.dataset['ground'] = groundBehind(first);
    card.style.maxHeight = '';
    const view = visibleWindow();
    const toView = shift(-view.left, -view.top);
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const block = blockOf(first).getBoundingClientRect();
    const at = place(lines.map(toView), linesIn(attribution).map(toView), toView(block), size, view);
    card.style.maxHeight = `${at.maxHeight}px`;
    this.#moveTo(at.left + view.left, at.top + view.top);
    this.#offset = { left: at.left + view.left - lines[0]!.left, top: at.top + view.top - lines[0]!.top };
  }

  /** From the claim's first line to the card. */
  #offset = { left: 0, top: 0 };

  /** Stays by the words when something scrolls; a page that scrolls as a whole takes the card along by itself. */
  #follow(): void {
    if (this.#open === null) return;
    const { content } = this.#open.subject;
    const lines = linesIn(content);
    const first = lines[0];
    const around = elementOf(content);
    if (first === undefined || around === null || !lines.some((line) => isInSight(line, around))) return this.close();
    this.#moveTo(first.left + this.#offset.left, first.top + this.#offset.top);
  }

  /** In CSS pixels from the window's corner. */
  #moveTo(left: number, top: number): void {
    if (this.#frame === null) return;
    const { style } = this.#frame.card;
    style.left = `${left + scrollX}px`;
    style.top = `${top + scrollY}px`;
  }

  #remove(): void {
    this.close();
    this.#frame?.host.remove();
    this.#frame = null;
  }
}

function fill({ rule, heading, tags, hands, place: position, copy: copyButton }: Frame, { claim, text, number, of }: Subject): void {
  rule.dataset['depth'] = String(lineFor(claim.depth));
  rule.toggleAttribute('data-unnamed', endsNameless(claim.chain));
  heading.replaceChildren(text.depth);
  if (text.perhaps !== null) heading.append(element('span', {}, `, ${text.perhaps}`));
  tags.textContent = text.tags.join(' · ');
  hands.replaceChildren(...threadOf(text.page, text.hands));
  position.textContent = say('card_place', digits(number), digits(of));
  copyButton.textContent = say('card_copy');
}

/** The element that the first of some words stand in. */
function elementOf([first]: readonly Range[]): Element | null {
  return first === undefined ? null : parentOf(first.startContainer);
}

function linesIn(ranges: readonly Range[]): Box[] {
  return linesOf(ranges.flatMap((range) => [...range.getClientRects()]));
}

/** The part of the page that can be seen: with fingers a page can be enlarged beyond its window. */
function visibleWindow(): { left: number; top: number; width: number; height: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  const view = visualViewport;
  if (view === null || view.scale === 1) return { left: 0, top: 0, width: clientWidth || innerWidth, height: innerHeight || clientHeight };
  return { left: view.offsetLeft, top: view.offsetTop, width: view.width, height: view.height };
}

function shift(left: number, top: number): (box: Box) => Box {
  return (box) => ({ left: box.left + left, top: box.top + top, right: box.right + left, bottom: box.bottom + top });
}

/** The nearest element around that is not part of a line. */
function blockOf(element: Element): Element {
  for (const box of withAncestors(element)) if (!getComputedStyle(box).display.startsWith('inline')) return box;
  return element;
}

/** Whether a line can be seen in the window and in every box around it that scrolls. */
function isInSight(line: Box, around: Element): boolean {
  if (line.bottom <= 0 || line.top >= innerHeight) return false;
  for (const box of withAncestors(around)) {
    if (box.matches('body, html')) break;
    if (box.scrollHeight <= box.clientHeight || getComputedStyle(box).overflowY === 'visible') continue;
    const { top, bottom } = box.getBoundingClientRect();
    if (line.bottom <= top || line.top >= bottom) return false;
  }
  return true;
}
