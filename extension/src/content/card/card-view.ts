/**
 * The card's furniture: everything on it that stays the same from claim to claim. Nothing in here knows what a claim is.
 */
import { direction, language, say, type Key } from '../../i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { button, element } from '../../ui/element.ts';
import { cross, dots } from './button-icons.ts';
import { buildHost, type Hosted } from './host.ts';

/** What can be taken from a card to the clipboard. */
export type Copied = 'claim' | 'citation' | 'report';

/** The parts of a card that are filled in anew for each claim. */
export interface CardView extends Hosted {
  card: HTMLElement;
  rule: HTMLElement;
  /** Who said it. */
  heading: HTMLElement;
  /** How far it is, and what else is to be said in a word. */
  far: HTMLElement;
  tags: HTMLElement;
  /** How much of the page came the same way. */
  share: HTMLElement;
  hands: HTMLElement;
  place: HTMLElement;
  stepInSource: HTMLButtonElement;
  /** What a screen reader says when the card opens without a pointer, and after copying. */
  spoken: HTMLElement;
  /** Opens the row of what is wanted less often, or closes it. */
  showMore(open: boolean): void;
  /** Shows which claims have a line. */
  showLines(lines: Settings['lines']): void;
  /** Says on a button whether copying worked. */
  tellCopied(what: Copied, done: boolean): void;
  /** The buttons for copying say again what they do. */
  forgetCopied(): void;
}

/** What the buttons do. */
export interface Actions {
  close(): void;
  step(by: 1 | -1): void;
  stepInSource(): void;
  copy(what: Copied): void;
  /** Null where a page cannot open it. */
  openMap: (() => void) | null;
  /** Gives a line to all claims, or to those that stand out. */
  chooseLines(lines: Settings['lines']): void;
  /** The card has become higher, or lower. */
  grown(): void;
}

const COPIES: Record<Copied, Key> = { claim: 'card_copy', citation: 'card_copy_citation', report: 'card_copy_report' };

/** Builds the view without adding it to the page. */
export function buildCardView(actions: Actions): CardView {
  const hosted = buildHost();

  const rule = element('span', { class: 'rule', 'aria-hidden': 'true' });
  const heading = element('h2', { id: 'who' });
  const close = signButton('sign close', cross(), 'card_close', actions.close);
  const far = element('span', { class: 'far' });
  const tags = element('span');
  const share = element('p', { class: 'share' });
  // Some browsers take the list away from a list without markers unless its role is said.
  const hands = element('ol', { role: 'list' });
  const place = element('span');
  const steps = element(
    'span',
    { class: 'steps' },
    signButton('', '‹', 'card_previous', () => actions.step(-1)),
    place,
    signButton('', '›', 'card_next', () => actions.step(1)),
  );

  const copies = { claim: copyButton('claim'), citation: copyButton('citation'), report: copyButton('report') };
  const stepInSource = button('textual', say('card_next_from_source'), actions.stepInSource);
  const map = actions.openMap && button('textual', say('panel_title'), actions.openMap);
  const lines = {
    all: lineButton('all', 'marked_all'),
    'standing-out': lineButton('standing-out', 'marked_standing_out'),
  };
  const marked = element(
    'span',
    { class: 'marked', role: 'group', 'aria-label': say('marked') },
    lines.all,
    lines['standing-out'],
  );
  const rest = element('div', { class: 'rest', id: 'rest' }, marked, stepInSource, copies.citation, copies.report);
  const more = signButton('sign', dots(), 'card_more', () => {
    showMore(rest.hidden !== false);
    actions.grown();
  });
  more.setAttribute('aria-controls', 'rest');

  const card = element(
    'section',
    { class: 'card hs', popover: 'manual', role: 'dialog', 'aria-labelledby': 'who', tabindex: -1 },
    element('header', {}, heading, close),
    element('p', { class: 'tags' }, rule, far, tags),
    share,
    hands,
    element('footer', {}, rest, steps, element('span', { class: 'acts' }, map, copies.claim, more)),
  );
  card.lang = language();
  card.dir = direction();
  const spoken = element('p', { class: 'spoken', role: 'status' });
  hosted.shadow.append(card, spoken);
  return {
    ...hosted,
    card,
    rule,
    heading,
    far,
    tags,
    share,
    hands,
    place,
    stepInSource,
    spoken,
    showMore,
    showLines,
    tellCopied,
    forgetCopied,
  };

  function copyButton(what: Copied): HTMLButtonElement {
    return button('textual', say(COPIES[what]), () => actions.copy(what));
  }

  function lineButton(which: Settings['lines'], name: Key): HTMLButtonElement {
    return button('textual', say(name), () => actions.chooseLines(which));
  }

  function showLines(now: Settings['lines']): void {
    for (const [which, made] of Object.entries(lines)) made.ariaPressed = String(which === now);
  }

  function showMore(open: boolean): void {
    rest.hidden = !open;
    more.setAttribute('aria-expanded', String(open));
  }

  function tellCopied(what: Copied, done: boolean): void {
    const told = say(done ? (what === 'report' ? 'card_copied_report' : 'card_copied') : 'card_not_copied');
    forgetCopied();
    spoken.textContent = copies[what].textContent = told;
  }

  function forgetCopied(): void {
    for (const [what, made] of Object.entries(copies)) made.textContent = say(COPIES[what as Copied]);
  }
}

/** A button that shows a sign; its words are for those who do not see it, and for a pointer that rests. */
function signButton(className: string, sign: Node | string, name: Key, press: () => void): HTMLButtonElement {
  const made = button(className, '', press);
  made.append(sign);
  made.setAttribute('aria-label', say(name));
  made.title = say(name);
  return made;
}
