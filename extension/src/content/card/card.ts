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
import { cardText, type ClaimContext } from './card-text.ts';
import { buildCardView, type CardView, type Copied } from './card-view.ts';
import { threadOf } from './chain-list.ts';
import { reportOf } from './copy/bug-report.ts';
import { citationOf } from './copy/citation.ts';
import { copy } from './copy/clipboard.ts';
import { linkToClaim } from './copy/deep-link.ts';
import { follow } from './follow.ts';
import { placeFor } from './host.ts';
import { grow, keepBy, standBy, type Offset } from './position/positioning.ts';
import { areInSight, elementOf, linesIn, overlap } from './position/visibility.ts';

/** What a card is opened for. */
export interface Subject extends ClaimContext {
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
export interface CardActions {
  /** Opens the card of the next claim or the one before. */
  step(by: 1 | -1): void;
  /** Opens the card of the next claim that the same hand has passed on. */
  stepInSource(): void;
  /** Shows where some words stand on the page. */
  showWords(words: Span): void;
  /** Which claims have a line, as the reader has it. */
  lines(): Settings['lines'];
  chooseLines(lines: Settings['lines']): void;
  /** The card says all it has to say of a claim; more may be put on it. */
  filled(view: CardView, subject: Subject): void;
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
  #view: CardView | null = null;
  #open: Open | null = null;
  /** Where the focus was before it went into the card. */
  #focusBefore: Element | null = null;
  readonly #flash: Flash;
  readonly #actions: CardActions;
  readonly #signal: AbortSignal;

  /** @param signal takes the card out of the page. */
  constructor(actions: CardActions, signal: AbortSignal) {
    this.#actions = actions;
    this.#signal = signal;
    this.#flash = new Flash(signal);
    signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /** The claim whose card is open. */
  get subject(): Subject | null {
    return this.#open?.subject ?? null;
  }

  /** Where the open card stands, in CSS pixels from the window's corner. */
  get box(): DOMRect | null {
    return this.#open === null ? null : (this.#view?.card.getBoundingClientRect() ?? null);
  }

  /** Whether an event that is being handled happened on the card. */
  isUnder(event: Event): boolean {
    return this.#view !== null && event.target === this.#view.host;
  }

  open(subject: Subject, opener: Opener): void {
    if (this.#signal.aborted) return;
    const view = (this.#view ??= this.#build());
    const place = placeFor(elementOf(subject.content));
    if (view.host.parentNode !== place) place.append(view.host);
    const isFresh = this.#open === null;
    this.#open?.end.abort();
    const end = new AbortController();
    this.#open = { subject, opener, words: subject.content, offset: { left: 0, top: 0, bottom: null }, end };
    this.#fill(view, subject, opener);
    if (isFresh) view.showMore(false);
    view.card.showPopover();
    view.card.scrollTop = 0;
    this.#place();
    this.#listen(end.signal);
  }

  close(): void {
    if (this.#open === null || this.#view === null) return;
    this.#open.end.abort();
    this.#open = null;
    if (this.#view.shadow.activeElement !== null) this.#giveFocusBack();
    if (this.#view.host.isConnected) this.#view.card.hidePopover();
    this.#view.spoken.textContent = '';
    this.#actions.closed();
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
    if (this.#view === null || this.#open === null) return;
    this.#focusBefore = document.activeElement;
    this.#view.card.focus({ preventScroll: true });
  }

  #build(): CardView {
    return buildCardView({
      close: () => this.close(),
      step: (by) => this.#actions.step(by),
      stepInSource: () => this.#actions.stepInSource(),
      copy: (what) => void this.#copy(what),
      openMap: inFirefox ? null : openMap,
      chooseLines: (lines) => this.#actions.chooseLines(lines),
      grown: () => this.#grown(),
    });
  }

  #fill(view: CardView, subject: Subject, opener: Opener): void {
    const { claim, number, of } = subject;
    const text = cardText(subject);
    view.card.toggleAttribute('data-small', text.isSmall);
    view.heading.textContent = text.sentence;
    view.rule.dataset['depth'] = String(lineFor(claim.depth));
    view.rule.toggleAttribute('data-unnamed', endsNameless(claim.chain));
    const perhaps = text.perhaps === null ? null : element('span', {}, `, ${text.perhaps}`);
    view.far.replaceChildren(text.depth, ...(perhaps === null ? [] : [perhaps]));
    view.tags.textContent = text.tags.map((tag) => ` · ${tag}`).join('');
    view.share.textContent = text.share;
    view.hands.replaceChildren(
      ...threadOf(
        text.page,
        text.hands,
        (words) => this.#actions.showWords(words),
        (event, hand) => follow(event, hand, subject),
      ),
    );
    view.place.textContent = say('card_place', digits(number), digits(of));
    view.showLines(this.#actions.lines());
    view.stepInSource.hidden = !subject.sourceHasMore;
    view.forgetCopied();
    view.spoken.textContent = opener === 'key' ? text.spoken : '';
    this.#actions.filled(view, subject);
  }

  async #copy(what: Copied): Promise<void> {
    if (this.#open === null || this.#view === null) return;
    const { subject } = this.#open;
    const text = cardText(subject);
    const words = {
      claim: () => `${text.copy}\n${linkToClaim(subject.claim, subject.quote, document.URL)}`,
      citation: () => citationOf(text, document),
      report: () => reportOf(subject.claim, text, subject.quote, document),
    };
    const done = await copy(words[what]());
    // Another claim's card may be open by now.
    if (this.#open?.subject === subject) this.#view?.tellCopied(what, done);
  }

  #giveFocusBack(): void {
    if (this.#focusBefore instanceof HTMLElement && this.#focusBefore.isConnected)
      this.#focusBefore.focus({ preventScroll: true });
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
    addEventListener(
      'scroll',
      soon(() => this.#follow()),
      options,
    );
    addEventListener(
      'resize',
      soon(() => this.#place()),
      options,
    );
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
    ArrowLeft: () => this.#actions.step(-1),
    ArrowRight: () => this.#actions.step(1),
  };

  /** What a key does while the focus is on the page. A card that the pointer opened takes no key but Escape. */
  #keysOutside({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    if (key === 'Escape') return () => this.close();
    return key === 'Tab' && !shiftKey && this.#open?.opener === 'key' ? () => this.enter() : undefined;
  }

  /** Puts the card where it belongs now. */
  #place(): void {
    if (this.#open === null || this.#view === null) return;
    const { words, subject } = this.#open;
    const { content, attribution, sentences, next } = subject;
    const isByClaim = words === content;
    const offset = standBy(this.#view.card, words, {
      attribution: isByClaim ? attribution : [],
      sentences: isByClaim ? sentences : [],
      next: isByClaim ? next : [],
    });
    if (offset === null) this.close();
    else this.#open.offset = offset;
  }

  #grown(): void {
    if (this.#open === null || this.#view === null) return;
    if (!grow(this.#view.card, this.#open.words, this.#open.offset)) this.#place();
  }

  #follow(): void {
    if (this.#open === null || this.#view === null) return;
    if (!keepBy(this.#view.card, this.#open.words, this.#open.offset)) this.close();
  }

  #remove(): void {
    this.close();
    this.#view?.host.remove();
    this.#view = null;
  }
}

/** Asks for the panel. Firefox opens it only for a press on what is its own: there the popup and a key lead to it. */
function openMap(): void {
  const request: PanelRequest = { type: 'panel' };
  void chrome.runtime.sendMessage(request);
}
