/**
 * For the curious: which rule or model decision found each claim, by which words, and how sure it is. The claims that are
 * found but not marked stand there too.
 */
import type { Claim } from 'hearsay';
import { endsNameless, lineFor } from '../../extension/src/claims/depth.ts';
import { handName } from '../../extension/src/claims/hand-name.ts';
import { listed } from '../../extension/src/content/claims/listing.ts';
import { quoting, type Quote } from '../../extension/src/content/claims/quoting.ts';
import { depthWords, language, perhapsWords, say } from '../../extension/src/i18n.ts';
import type { ListedHand } from '../../extension/src/messages.ts';
import { connectClaims, type ClaimTracing } from '../../extension/src/ui/claim-tracing.ts';
import { button, element } from '../../extension/src/ui/element.ts';
import type { ReadText } from './reading.ts';

/** More rows come when they are asked for. */
const FIRST_ROWS = 100;

const COLUMNS = ['Claim', 'Through', 'Cue', 'Found by', 'How sure'];

/** A table of claims. Those of `marked` lead to their words on the page. */
export function rulesTable(
  { blocks }: ReadText,
  claims: readonly Claim[],
  marked: ReadonlySet<string>,
  onPage: ClaimTracing,
): HTMLElement[] {
  const quote = quoting(blocks);
  const rows = (of: readonly Claim[]) => of.map((claim) => row(claim, quote, marked.has(claim.id)));
  // A table that is laid out in another way is no table any more unless its parts say so.
  const head = element(
    'tr',
    { role: 'row' },
    ...COLUMNS.map((name) => element('th', { role: 'columnheader', scope: 'col' }, name)),
  );
  const body = element('tbody', { role: 'rowgroup' }, ...rows(claims.slice(0, FIRST_ROWS)));
  const table = element(
    'table',
    { class: 'rules', role: 'table', 'aria-labelledby': 'rules' },
    element('thead', { role: 'rowgroup' }, head),
    body,
  );
  connectClaims(table, onPage);
  if (claims.length <= FIRST_ROWS) return [table];
  const rest = button('button', say('popup_show_all'), () => {
    body.append(...rows(claims.slice(FIRST_ROWS)));
    rest.remove();
  });
  return [table, rest];
}

function row(claim: Claim, quote: Quote, isMarked: boolean): HTMLElement {
  const { id, words, depth, depthMax, hands } = listed(claim, quote);
  const text = element('span', { class: 'page-words' }, words);
  const rule = element('span', { class: 'rule', 'data-depth': lineFor(depth), 'data-unnamed': endsNameless(hands) });
  const way = [depthWords(depth), perhapsWords(depth, depthMax)].filter((part) => part !== null).join(', ');
  const cells: [name: string, content: (Node | string)[]][] = [
    [
      'words',
      [
        isMarked
          ? element('button', { type: 'button', class: 'claim', value: id }, rule, text)
          : element('span', { class: 'claim' }, rule, text),
      ],
    ],
    ['through', [way, hands.length > 0 ? element('small', {}, hands.map(nameOf).join(' ← ')) : '']],
    [
      'cue',
      claim.cue.length > 0 ? [element('span', { class: 'page-words' }, claim.cue.map(quote).join(' … '))] : ['none'],
    ],
    ['found', [claim.rule, isMarked ? '' : element('small', {}, `not marked: ${whyNot(claim)}`)]],
    ['sure', [percent(claim.confidence)]],
  ];
  const made = cells.map(([name, content], place) =>
    element('td', { role: 'cell', class: name, 'data-column': COLUMNS[place] }, ...content),
  );
  return element('tr', { role: 'row', class: isMarked ? '' : 'unmarked' }, ...made);
}

function nameOf(hand: ListedHand): string {
  return hand.link === 'inherited' ? say('card_copy_perhaps', handName(hand)) : handName(hand);
}

/** Why the extension would not mark a claim as it is set at first. */
function whyNot({ kind, depth }: Claim): string {
  if (depth === 0) return say('depth_own');
  switch (kind) {
    case 'attitude':
      return 'a belief';
    case 'directive':
      return 'a demand';
    case 'commissive':
      return 'a promise';
    case 'speech':
      return 'not sure enough';
  }
}

function percent(confidence: number): string {
  return confidence.toLocaleString(language(), { style: 'percent' });
}
