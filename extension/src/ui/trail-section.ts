/**
 * A trail as the card and the panel show it: the pages with the claim as each has it and what differs marked, the two counts side by side, and in
 * words what changed on the way. Everything a page says becomes text, never markup.
 */
import { sentenceOf } from '../claims/claim-sentence.ts';
import type { Piece, TrailChanges, TrailPage, TrailView } from '../claims/trail.ts';
import { depthWords, say, type Key } from '../i18n.ts';
import { element } from './element.ts';

export function sectionOf(view: TrailView): HTMLElement {
  const { pages, disclosed, traced, hands, circular, broken } = view;
  const [first] = pages;
  const notes = [
    ...pages.slice(1).flatMap((cited, at) => view.changes[at]!.matter.map((change) => changeWords(change, cited, pages[at]!))),
    ...(circular === null ? [] : [say('trail_circular', pages[circular]!.publisher)]),
    ...(broken === null ? [] : [say('trail_broken', pages[broken]!.publisher)]),
  ];
  return element(
    'section',
    { class: 'trail', 'aria-labelledby': 'trail' },
    element('h3', { id: 'trail' }, say('trail_heading', pages.at(-2)?.publisher ?? '')),
    element('ol', { class: 'pages', role: 'list' }, ...pages.map((page, at) => pageRow(page, view.changes[at - 1]?.gone ?? [], view.changes[at]?.new ?? []))),
    element(
      'dl',
      {},
      element('dt', {}, say('trail_disclosed')),
      element('dd', {}, depthWords(disclosed)),
      element('dt', {}, say('trail_traced')),
      element('dd', { class: 'traced' }, `${depthWords(traced)}. ${sentenceOf(hands, first!.publisher)}`),
    ),
    ...notes.map((note) => element('p', { class: 'note' }, note)),
  );
}

/** The trail in a breath, for a card that is read out. */
export function spokenWords({ pages, disclosed, traced }: TrailView): string {
  const counts = [[say('trail_disclosed'), disclosed], [say('trail_traced'), traced]] as const;
  return [say('trail_heading', pages.at(-2)?.publisher ?? ''), ...counts.map(([what, depth]) => `${what}: ${depthWords(depth)}`)].map((words) => say('sentence', words)).join(' ');
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

function pageRow({ publisher, words }: TrailPage, ...changed: (readonly Piece[])[]): HTMLElement {
  return element('li', {}, element('bdi', {}, publisher), element('q', { class: 'page-words' }, ...marked(words, changed.flat())));
}

/** Words with pieces of them marked. */
function marked(words: string, pieces: readonly Piece[]): (Node | string)[] {
  const ends = [0, ...pieces.flatMap(({ start, end }) => [start, end]), words.length].sort((a, b) => a - b);
  return ends.slice(1).map((end, at) => {
    const start = ends[at]!;
    const part = words.slice(start, end);
    return part !== '' && pieces.some((piece) => piece.start <= start && end <= piece.end) ? element('mark', {}, part) : part;
  });
}
