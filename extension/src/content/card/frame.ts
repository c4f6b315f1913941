/**
 * The card's furniture: its element in the page, and inside a closed shadow root everything that stays the same from
 * claim to claim. Nothing in here knows what a claim is.
 */
import { button, element } from '../../look/element.ts';
import tokens from '../../look/tokens.css' with { type: 'text' };
import { language, say } from '../../words.ts';
import sheet from './card.css' with { type: 'text' };

/** The parts of a card that are filled in anew for each claim, and its buttons. */
export interface Frame {
  /** The one node that Hearsay adds to a page. */
  host: HTMLElement;
  shadow: ShadowRoot;
  card: HTMLElement;
  rule: HTMLElement;
  heading: HTMLElement;
  tags: HTMLElement;
  hands: HTMLElement;
  place: HTMLElement;
  copy: HTMLButtonElement;
  /** What a screen reader says when the card opens without a pointer. */
  spoken: HTMLElement;
}

/** What the buttons do. */
export interface Actions {
  close(): void;
  step(by: 1 | -1): void;
  copy(): void;
}

/** Builds the frame without adding it to the page. */
export function buildFrame(actions: Actions): Frame {
  const host = document.createElement('hearsay-card');
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = [styles(tokens), styles(sheet)];

  const rule = element('span', { class: 'rule', 'aria-hidden': 'true' });
  const heading = element('h2', { id: 'depth' });
  const close = button('close', '', actions.close);
  close.setAttribute('aria-label', say('card_close'));
  close.append(cross());
  const tags = element('p', { class: 'tags' });
  // Some browsers take the list away from a list without markers unless its role is said.
  const hands = element('ol', { role: 'list' });
  const place = element('span');
  const copy = button('copy', say('card_copy'), actions.copy);
  const steps = element('span', { class: 'steps' }, stepButton('‹', 'card_previous', -1), place, stepButton('›', 'card_next', 1));

  const card = element(
    'section',
    { class: 'card hs', popover: 'manual', role: 'dialog', 'aria-labelledby': 'depth', tabindex: -1 },
    element('header', {}, rule, heading, close),
    tags,
    hands,
    element('footer', {}, steps, copy),
  );
  card.lang = language();
  card.dir = chrome.i18n.getMessage('@@bidi_dir');
  const spoken = element('p', { class: 'spoken', role: 'status' });
  shadow.append(card, spoken);
  return { host, shadow, card, rule, heading, tags, hands, place, copy, spoken };

  function stepButton(sign: string, name: 'card_previous' | 'card_next', by: 1 | -1): HTMLButtonElement {
    const made = button('', sign, () => actions.step(by));
    made.setAttribute('aria-label', say(name));
    return made;
  }
}

function styles(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

function cross(): SVGElement {
  const svg = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(svg, 'svg');
  const attributes = { width: '12', height: '12', viewBox: '0 0 12 12', stroke: 'currentColor', 'stroke-width': '1.25', 'stroke-linecap': 'round', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  const lines = document.createElementNS(svg, 'path');
  lines.setAttribute('d', 'm2.5 2.5 7 7m0-7-7 7');
  icon.append(lines);
  return icon;
}
