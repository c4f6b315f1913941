/**
 * A trail as the card and the panel show it: the pages with the claim as each has it and what differs marked, the two counts side by side, and in
 * words what changed on the way. Everything a page says becomes text, never markup.
 */
import { sentenceOf } from '../claims/claim-sentence.ts';
import type { Piece, TrailChanges, TrailPage, TrailView } from '../claims/trail.ts';
import { depthWords, say, type Key } from '../i18n.ts';
import { element } from './element.ts';

export function sectionOf(view: TrailView): HTMLElement {
  const { pages, changes } = view;
  const rows = pages.map((page, at) =>
    element('li', {}, element('bdi', {}, page.publisher), wordsOn(page, at, changes)),
  );
  return withCounts(
    view,
    say('trail_heading', pages.at(-2)?.publisher ?? ''),
    element('ol', { class: 'pages', role: 'list' }, ...rows),
  );
}

/** A trail under a heading, with its pages shown so. */
export function withCounts(view: TrailView, heading: string, pages: HTMLElement): HTMLElement {
  return element(
    'section',
    { class: 'trail', 'aria-labelledby': 'trail' },
    element('h3', { id: 'trail' }, heading),
    pages,
    countsOf(view),
    ...notes(view).map((note) => element('p', { class: 'note' }, note)),
  );
}

/** How many hands the first page gives, and how many the trail has, side by side. */
export function countsOf({ pages: [first], disclosed, traced, hands }: TrailView): HTMLElement {
  return element(
    'dl',
    {},
    element('dt', {}, say('trail_disclosed')),
    element('dd', {}, depthWords(disclosed)),
    element('dt', {}, say('trail_traced')),
    element('dd', { class: 'traced' }, `${depthWords(traced)}. ${sentenceOf(hands, first!.publisher)}`),
  );
}

/** A page's words for the claim, with what differs from the page before and the next one marked. */
export function wordsOn({ words }: TrailPage, at: number, changes: readonly TrailChanges[]): HTMLElement {
  return element(
    'q',
    { class: 'page-words' },
    ...marked(words, [...(changes[at - 1]?.gone ?? []), ...(changes[at]?.new ?? [])]),
  );
}

function notes({ pages, changes, circular, broken }: TrailView): string[] {
  return [
    ...pages
      .slice(1)
      .flatMap((cited, at) => changes[at]!.matter.map((change) => changeWords(change, cited, pages[at]!))),
    ...(circular === null ? [] : [say('trail_circular', pages[circular]!.publisher)]),
    ...(broken === null ? [] : [say('trail_broken', pages[broken]!.publisher)]),
  ];
}

/** The trail in a breath, for a card that is read out. */
export function spokenWords({ pages, disclosed, traced }: TrailView): string {
  const counts = [
    [say('trail_disclosed'), disclosed],
    [say('trail_traced'), traced],
  ] as const;
  return [
    say('trail_heading', pages.at(-2)?.publisher ?? ''),
    ...counts.map(([what, depth]) => `${what}: ${depthWords(depth)}`),
  ]
    .map((words) => say('sentence', words))
    .join(' ');
}

const CHANGES: Record<TrailChanges['matter'][number], Key> = {
  'hedge-lost': 'trail_hedge',
  'hedge-gained': 'trail_hedge',
  'source-lost': 'trail_source_lost',
  'number-changed': 'trail_number_changed',
  'name-added': 'trail_name_added',
};

/** What a change is, with the page that has something first and the one that has not behind. */
function changeWords(change: TrailChanges['matter'][number], cited: TrailPage, citing: TrailPage): string {
  const isNew = change === 'hedge-gained' || change === 'name-added';
  const [one, other] = isNew ? [citing, cited] : [cited, citing];
  return say(CHANGES[change], one.publisher, other.publisher);
}

/** Words with pieces of them marked. */
function marked(words: string, pieces: readonly Piece[]): (Node | string)[] {
  const ends = [0, ...pieces.flatMap(({ start, end }) => [start, end]), words.length].sort((a, b) => a - b);
  return ends.slice(1).map((end, at) => {
    const start = ends[at]!;
    const part = words.slice(start, end);
    return part !== '' && pieces.some((piece) => piece.start <= start && end <= piece.end)
      ? element('mark', {}, part)
      : part;
  });
}
