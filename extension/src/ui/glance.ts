/**
 * The page at a glance: the page in a line, whose copy it is, a bar for each sort of claims, where the article is thin,
 * the longest chain in words. A bar is pressed to list its claims only; a thin place is gone to.
 */
import type { Filter } from '../claims/filter.ts';
import { handName } from '../claims/hand-name.ts';
import type { Summary } from '../claims/summary.ts';
import type { ThinPlace } from '../claims/thin-places.ts';
import { count, digits, say } from '../i18n.ts';
import type { ListedHand } from '../messages.ts';
import { connectClaims, type ClaimTracing } from './claim-tracing.ts';
import { button, element } from './element.ts';
import { summaryParts } from './summary-parts.ts';

/** What is known of a page besides its claims. */
export interface About {
  truncatedAt: number | null;
  wire: string | null;
}

/** What can be done from here. */
export interface GlanceActions extends ClaimTracing {
  /** Lists what a filter lets through. */
  filter(filter: Filter): void;
}

export function glance(
  summary: Summary,
  { truncatedAt, wire }: About,
  filter: Filter,
  actions: GlanceActions,
): HTMLElement {
  return element(
    'section',
    { class: 'glance' },
    element('h2', {}, summaryParts(summary)),
    wire === null ? null : element('p', { class: 'aside' }, say('popup_wire', wire)),
    truncatedAt === null ? null : element('p', { class: 'aside' }, say('popup_too_long', digits(truncatedAt))),
    bars(summary, filter, actions.filter),
    thin(summary.thin, actions),
    longest(summary.longest),
  );
}

/** A kind of claims that can be listed alone. */
interface Bar {
  /** Names the button, so that it keeps the focus when the popup is shown anew. */
  value: string;
  sign: HTMLElement;
  words: string;
  claims: number;
  nameless: number;
  isPressed: boolean;
  /** What is listed when it is pressed. */
  next: Filter;
}

/** None where the only one would list what is listed anyway. */
function bars(summary: Summary, filter: Filter, choose: (filter: Filter) => void): HTMLElement | null {
  const rows = [...lineBars(summary, filter), namelessBar(summary, filter)].filter(({ claims }) => claims > 0);
  if (rows.length < 2) return null;
  const most = Math.max(...rows.map(({ claims }) => claims));
  return element(
    'section',
    { class: 'bars', 'aria-labelledby': 'show-only' },
    element('h3', { id: 'show-only' }, say('popup_show_only')),
    element('ul', {}, ...rows.map((row) => element('li', {}, toggle(row, most, choose)))),
  );
}

function lineBars({ lines }: Summary, filter: Filter): Bar[] {
  return ([1, 2, 3] as const).map((line) => {
    const isPressed = filter.line === line;
    const sign = element('span', { class: 'rule', 'data-depth': line });
    return {
      value: `line ${line}`,
      sign,
      words: say(`popup_bar_${line}`),
      ...lines[line],
      isPressed,
      next: { ...filter, line: isPressed ? null : line },
    };
  });
}

function namelessBar({ nameless }: Summary, filter: Filter): Bar {
  const sign = element('span', { class: 'dots' });
  return {
    value: 'nameless',
    sign,
    words: say('popup_bar_nameless'),
    claims: nameless,
    nameless,
    isPressed: filter.nameless,
    next: { ...filter, nameless: !filter.nameless },
  };
}

function toggle(
  { value, sign, words, claims, nameless, isPressed, next }: Bar,
  most: number,
  choose: (filter: Filter) => void,
): HTMLElement {
  const made = button('toggle', '', () => choose(next));
  made.value = value;
  made.ariaPressed = String(isPressed);
  const spoken =
    claims === nameless
      ? count('popup_glance_claims', claims)
      : say('popup_bar_spoken', count('popup_glance_claims', claims), count('popup_bar_nameless', nameless));
  made.append(
    element('span', { class: 'check', 'aria-hidden': 'true' }),
    sign,
    element('span', {}, words),
    element(
      'span',
      { class: 'bar', 'aria-hidden': 'true', 'data-line': value },
      part('named', (claims - nameless) / most),
      part('nameless', nameless / most),
    ),
    element('span', { class: 'number', 'aria-hidden': 'true' }, digits(claims)),
    element('span', { class: 'spoken' }, `: ${spoken}`),
  );
  return made;
}

function part(name: string, share: number): HTMLElement | null {
  if (share === 0) return null;
  const made = element('span', { class: name });
  made.style.inlineSize = `${share * 100}%`;
  return made;
}

function thin(places: readonly ThinPlace[], actions: ClaimTracing): HTMLElement | null {
  if (places.length === 0) return null;
  const list = element(
    'section',
    { class: 'thin', 'aria-labelledby': 'thin' },
    element('h3', { id: 'thin' }, say('thin_title')),
    element(
      'ul',
      {},
      ...places.map(({ what, voice, number, first }) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'claim textual', value: first.id },
            count(`thin_${what}`, number, handName(voice)),
          ),
        ),
      ),
    ),
  );
  connectClaims(list, actions);
  return list;
}

function longest(hands: ListedHand[] | null): HTMLElement | null {
  if (hands === null) return null;
  const steps = hands.flatMap((hand) => [
    element('span', { class: 'arrow', 'aria-hidden': 'true' }, ' ← '),
    element('span', { class: 'spoken' }, say('popup_from_spoken')),
    element('bdi', {}, handName(hand)),
  ]);
  return element(
    'section',
    { class: 'longest' },
    element('h3', {}, count('popup_longest', hands.length)),
    element('p', { class: 'page-words' }, say('popup_this_page'), ...steps),
  );
}
