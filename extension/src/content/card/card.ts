/**
 * The card: opens for one claim at a time, stands by its words while the page scrolls, closes when they are out of
 * sight. It never takes the focus by itself and never moves the page.
 */
import type { Span } from 'hearsay';
import { inFirefox } from '../../browser/in-firefox.ts';
import { endsNameless, lineFor } from '../../claims/depth.ts';
import { digits, say } from '../../i18n.ts';
import type { PanelRequest } from '../../messages.ts';
import type { Settings } from '../../settings/schema.ts';
import { element } from '../../ui/element.ts';
import { Flash } from '../highlights/flash.ts';
import { cardText, type Known } from './card-text.ts';
import { buildFrame, type Copied, type Frame } from './card-view.ts';
import { threadOf } from './chain-list.ts';
import { reportOf } from './copy/bug-report.ts';
import { citationOf } from './copy/citation.ts';
import { copy } from './copy/clipboard.ts';
import { linkToClaim } from './copy/deep-link.ts';
import { placeFor } from './host.ts';
import { follow, standBy, type Offset } from './position/positioning.ts';
import { areInSight, elementOf, linesIn, overlap } from './position/visibility.ts';

/** What a card is opened for. */
export interface Subject extends Known {
  /** The claim by its words and its way: the same in a later reading of the page. */
  said: string;
  /** The claim's words on the page, in text order. */
  content: readonly Range[];
  /** The words that attribute it. */
  attribution: readonly Range[];
  /** The sentences that its words stand in, and the one behind them. */
  sentences: readonly Range[];
  next: readonly Range[];
  /** Whether the hand nearest to the page has passed on other claims too. */
  sourceHasMore: boolean;
}

/** What opened a card. One that the pointer did not open is read out, and the Tab key leads into it. */
export type Opener = 'pointer' | 'key';

/** What is asked of whoever opened the card. */
export interface Deeds {
  /** Opens the card of the next claim or the one before. */
  step(by: 1 | -1): void;
  /** Opens the card of the next claim that the same hand has passed on. */
  stepInSource(): void;
  /** Shows where some words stand on the page. */
  showWords(words: Span): void;
  /** Which claims have a line, as the reader has it. */
  lines(): Settings['lines'];
  chooseLines(lines: Settings['lines']): void;
  /** The card has closed. */
  closed(): void;
}

interface Open {
  subject: Subject;
  opener: Opener;
  /** The words that the card stands by. */
  words: readonly Range[];
  offset: Offset;
  end: AbortController;
}

export class Card {
  #frame: Frame | null = null;
  #open: Open | null = null;
  /** Where the focus was before it went into the card. */
  #focusBefore: Element | null = null;
  readonly #flash: Flash;

  /** @param signal takes the card out of the page. */
  constructor(
    private readonly deeds: Deeds,
    private readonly signal: AbortSignal,
  ) {
    this.#flash = new Flash(signal);
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
    const place = placeFor(elementOf(subject.content));
    if (frame.host.parentNode !== place) place.append(frame.host);
    const isFresh = this.#open === null;
    this.#open?.end.abort();
    const end = new AbortController();
    this.#open = { subject, opener, words: subject.content, offset: { left: 0, top: 0 }, end };
    this.#fill(frame, subject, opener);
    if (isFresh) frame.showMore(false);
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
    this.deeds.closed();
  }

  /** Makes words of the page flash, and goes to stand by them when it would cover them or its claim is out of sight. */
  pointOut(words: readonly Range[]): void {
    this.#flash.show(words);
    const box = this.box;
    if (this.#open === null || box === null) return;
    if (areInSight(this.#open.words) && !linesIn(words).some((line) => overlap(line, box))) return;
    this.#open.words = words;
    this.#place();
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
      step: (by) => this.deeds.step(by),
      stepInSource: () => this.deeds.stepInSource(),
      copy: (what) => void this.#copy(what),
      openMap: inFirefox ? null : openMap,
      chooseLines: (lines) => this.deeds.chooseLines(lines),
      moved: () => this.#place(),
    });
  }

  #fill(frame: Frame, subject: Subject, opener: Opener): void {
    const { claim, number, of } = subject;
    const text = cardText(subject);
    frame.card.toggleAttribute('data-small', text.isSmall);
    frame.heading.textContent = text.sentence;
    frame.rule.dataset['depth'] = String(lineFor(claim.depth));
    frame.rule.toggleAttribute('data-unnamed', endsNameless(claim.chain));
    const perhaps = text.perhaps === null ? null : element('span', {}, `, ${text.perhaps}`);
    frame.far.replaceChildren(text.depth, ...(perhaps === null ? [] : [perhaps]));
    frame.tags.textContent = text.tags.map((tag) => ` · ${tag}`).join('');
    frame.share.textContent = text.share;
    frame.hands.replaceChildren(...threadOf(text.page, text.hands, (words) => this.deeds.showWords(words)));
    frame.place.textContent = say('card_place', digits(number), digits(of));
    frame.showLines(this.deeds.lines());
    frame.stepInSource.hidden = !subject.sourceHasMore;
    frame.forgetCopied();
    frame.spoken.textContent = opener === 'key' ? text.spoken : '';
  }

  async #copy(what: Copied): Promise<void> {
    if (this.#open === null || this.#frame === null) return;
    const { subject } = this.#open;
    const text = cardText(subject);
    const words = { claim: () => `${text.copy}\n${linkToClaim(subject.claim, subject.quote, document.URL)}`, citation: () => citationOf(text, document), report: () => reportOf(subject.claim, text, subject.quote, document) };
    const done = await copy(words[what]());
    // Another claim's card may be open by now.
    if (this.#open?.subject === subject) this.#frame?.tellCopied(what, done);
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
    const act = this.isUnder(event) ? this.#keys[event.key] : this.#keysOutside(event);
    if (act === undefined || !event.isTrusted || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  /** What keys do while the focus is in the card. */
  readonly #keys: Readonly<Record<string, () => void>> = {
    Escape: () => this.close(),
    ArrowLeft: () => this.deeds.step(-1),
    ArrowRight: () => this.deeds.step(1),
  };

  /** What a key does while the focus is on the page. A card that the pointer opened takes no key but Escape. */
  #keysOutside({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    if (key === 'Escape') return () => this.close();
    return key === 'Tab' && !shiftKey && this.#open?.opener === 'key' ? () => this.enter() : undefined;
  }

  /** Puts the card where it belongs now. */
  #place(): void {
    if (this.#open === null || this.#frame === null) return;
    const { words, subject } = this.#open;
    const { content, attribution, sentences, next } = subject;
    const isByClaim = words === content;
    const offset = standBy(this.#frame.card, words, { attribution: isByClaim ? attribution : [], sentences: isByClaim ? sentences : [], next: isByClaim ? next : [] });
    if (offset === null) this.close();
    else this.#open.offset = offset;
  }

  #follow(): void {
    if (this.#open === null || this.#frame === null) return;
    if (!follow(this.#frame.card, this.#open.words, this.#open.offset)) this.close();
  }

  #remove(): void {
    this.close();
    this.#frame?.host.remove();
    this.#frame = null;
  }
}

/** Asks for the panel. Firefox opens it only for a press on what is its own: there the popup and a key lead to it. */
function openMap(): void {
  const request: PanelRequest = { type: 'panel' };
  void chrome.runtime.sendMessage(request);
}
