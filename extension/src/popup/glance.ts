/**
 * The page at a glance: counts, a bar for each line, the share without a name, the longest chain in words. A bar and the
 * share are pressed to list their claims only.
 */
import { button, element } from '../look/element.ts';
import type { ListedHand } from '../protocol.ts';
import { count, digits, say } from '../words.ts';
import type { Filter } from './filter.ts';
import { handName } from '../listed/hand-name.ts';
import { headline } from '../listed/headline.ts';
import type { Summary } from '../listed/summary.ts';

/** Lists what a filter lets through. */
type Choose = (filter: Filter) => void;

export function glance(summary: Summary, truncatedAt: number | null, filter: Filter, choose: Choose): HTMLElement {
  return element(
    'section',
    { class: 'glance' },
    element('h2', {}, headline(summary)),
    truncatedAt === null ? null : element('p', { class: 'too-long' }, say('popup_too_long', digits(truncatedAt))),
    bars(summary, filter, choose),
    share(summary, filter, choose),
    longest(summary.longest),
  );
}

function bars({ lines }: Summary, filter: Filter, choose: Choose): HTMLElement {
  const most = Math.max(...Object.values(lines).map(({ claims }) => claims), 1);
  return element('ul', { class: 'bars' }, ...([1, 2, 3] as const).map((line) => element('li', { 'data-depth': line }, bar(line))));

  function bar(line: 1 | 2 | 3): HTMLElement {
    const { claims, nameless } = lines[line];
    const isPressed = filter.line === line;
    const made = toggle(isPressed, `line ${line}`, () => choose({ ...filter, line: isPressed ? null : line }));
    made.disabled = claims === 0;
    made.append(
      element('span', { class: 'rule', 'data-depth': line }),
      element('span', {}, say(`popup_bar_${line}`)),
      element('span', { class: 'bar', 'aria-hidden': 'true' }, part('named', (claims - nameless) / most), part('nameless', nameless / most)),
      element('span', { class: 'number', 'aria-hidden': 'true' }, digits(claims)),
      element('span', { class: 'spoken' }, `: ${say('popup_bar_spoken', count('popup_glance_claims', claims), count('popup_bar_nameless', nameless))}`),
    );
    return made;
  }
}

/** A button that stays pressed. `value` names it, so that it keeps the focus when the popup is shown anew. */
function toggle(isPressed: boolean, value: string, press: () => void): HTMLButtonElement {
  const made = button('toggle', '', press);
  made.value = value;
  made.ariaPressed = String(isPressed);
  return made;
}

function part(name: string, share: number): HTMLElement | null {
  if (share === 0) return null;
  const made = element('span', { class: name });
  made.style.inlineSize = `${share * 100}%`;
  return made;
}

function share({ claims, nameless }: Summary, filter: Filter, choose: Choose): HTMLElement | null {
  if (nameless === 0) return null;
  const made = toggle(filter.nameless, 'nameless', () => choose({ ...filter, nameless: !filter.nameless }));
  made.append(element('span', { class: 'dots' }), element('span', {}, count('popup_nameless', nameless, digits(claims))));
  return element('p', { class: 'share' }, made);
}

function longest(hands: ListedHand[] | null): HTMLElement | null {
  if (hands === null) return null;
  const steps = hands.flatMap((hand) => [
    element('span', { class: 'arrow', 'aria-hidden': 'true' }, ' ← '),
    element('span', { class: 'spoken' }, say('popup_from_spoken')),
    element('bdi', {}, handName(hand)),
  ]);
  return element(
    'p',
    { class: 'longest' },
    element('small', {}, count('popup_longest', hands.length)),
    element('span', { class: 'page-words' }, say('popup_this_page'), ...steps),
  );
}
