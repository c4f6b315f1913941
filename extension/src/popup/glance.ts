/** The page at a glance: counts, a bar for each line, the share without a name, the longest chain in words. */
import { element } from '../look/element.ts';
import type { ListedHand } from '../protocol.ts';
import { count, digits, say } from '../words.ts';
import { handName } from './hand-name.ts';
import type { Summary } from './summary.ts';

export function glance(summary: Summary, truncatedAt: number | null): HTMLElement {
  return element(
    'section',
    { class: 'glance' },
    element('h2', {}, headline(summary)),
    truncatedAt === null ? null : element('p', { class: 'too-long' }, say('popup_too_long', digits(truncatedAt))),
    bars(summary),
    share(summary),
    longest(summary.longest),
  );
}

/** `16 claims, through 15 hands` */
export function headline({ claims, hands }: Summary): string {
  const counted = count('popup_glance_claims', claims);
  return hands === 0 ? counted : count('popup_glance_hands', hands, counted);
}

function bars({ lines }: Summary): HTMLElement {
  const most = Math.max(...Object.values(lines).map(({ claims }) => claims), 1);
  return element('dl', { class: 'bars' }, ...([1, 2, 3] as const).map((line) => bar(line, lines[line], most)));
}

function bar(line: 1 | 2 | 3, { claims, nameless }: Summary['lines'][1], most: number): HTMLElement {
  const spoken = say('popup_bar_spoken', count('popup_glance_claims', claims), count('popup_bar_nameless', nameless));
  return element(
    'div',
    { 'data-depth': line },
    element('dt', {}, element('span', { class: 'rule', 'data-depth': line }), say(`popup_bar_${line}`)),
    element(
      'dd',
      {},
      element('span', { class: 'bar', 'aria-hidden': 'true' }, part('named', (claims - nameless) / most), part('nameless', nameless / most)),
      element('span', { class: 'number', 'aria-hidden': 'true' }, digits(claims)),
      element('span', { class: 'spoken' }, spoken),
    ),
  );
}

function part(name: string, share: number): HTMLElement | null {
  if (share === 0) return null;
  const made = element('span', { class: name });
  made.style.inlineSize = `${share * 100}%`;
  return made;
}

function share({ claims, nameless }: Summary): HTMLElement | null {
  if (nameless === 0) return null;
  return element('p', { class: 'share' }, element('span', { class: 'dots' }), count('popup_nameless', nameless, digits(claims)));
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
