/**
 * What was found in a text: the text itself with its lines, beside it the summary and the source map, below it the rules
 * that found the claims. A part of the summary that is pressed lists its claims alone.
 */
import type { Report } from 'hearsay';
import { ALL, filtered, isFiltered, type Filter } from '../../extension/src/claims/filter.ts';
import { summaryLine } from '../../extension/src/claims/summary-line.ts';
import { summarise } from '../../extension/src/claims/summary.ts';
import { say } from '../../extension/src/i18n.ts';
import type { ClaimTracing } from '../../extension/src/ui/claim-tracing.ts';
import { element } from '../../extension/src/ui/element.ts';
import { glance } from '../../extension/src/ui/glance.ts';
import { listHead } from '../../extension/src/ui/list-head.ts';
import { replaceChildren } from '../../extension/src/ui/replace-children.ts';
import { SOURCE_MAP } from './map-place.ts';
import { Paper } from './paper.ts';
import type { ReadText } from './reading.ts';
import { rulesTable } from './rules-table.ts';
import { showSourceMap } from './source-map.ts';
import { toolsFor, type ToolActions } from './tools.ts';

export interface FindingsActions extends ToolActions {
  /** Says something that is no answer to a press in sight. */
  say(words: string): void;
}

/** What a text is called in the names of files when it has no address. */
const NOWHERE = 'playground';

/**
 * Fills an element of the page, which must stand on it. Gives back what was found, in a few words.
 *
 * @param signal takes lines, card and map away.
 */
export function showFindings(
  parent: HTMLElement,
  text: ReadText,
  report: Report,
  actions: FindingsActions,
  signal: AbortSignal,
): string {
  const sheet = element('article', { class: 'sheet' });
  const column = element('div', { class: 'text' }, sheet);
  const summary = element('div');
  const map = element('section', { id: SOURCE_MAP });
  const rules = element('section', {
    class: 'found-by',
    'aria-labelledby': 'rules',
    hidden: report.claims.length === 0,
  });
  parent.replaceChildren(
    column,
    element('aside', { class: 'beside', 'aria-label': 'What was found' }, summary, map),
    rules,
  );

  const paper = new Paper(sheet, text, report, signal);
  const { claims } = paper;
  const marked = new Set(claims.map(({ id }) => id));
  const onPage: ClaimTracing = { visit: (id) => paper.visit(id), trace: (id) => paper.trace(id) };
  const host = text.host.domain || NOWHERE;
  column.prepend(toolsFor(paper, host, actions));
  show(ALL);
  if (claims.length === 0) return say('popup_empty_title');
  void showSourceMap(
    map,
    { host, title: text.title || 'Your text', claims, truncatedAt: null },
    { ...onPage, say: actions.say },
    signal,
  );
  return summaryLine(summarise(claims));

  function show(filter: Filter): void {
    const left = filtered(claims, filter);
    const ids = new Set(left.map(({ id }) => id));
    const listed = isFiltered(filter) ? report.claims.filter(({ id }) => ids.has(id)) : report.claims;
    replaceChildren(summary, [
      claims.length === 0
        ? nothingFound()
        : glance(summarise(claims), { truncatedAt: null, wire: report.wire ?? null }, filter, {
            ...onPage,
            filter: show,
          }),
    ]);
    replaceChildren(rules, [
      element('h2', { id: 'rules' }, 'Which rule found it'),
      element('p', { class: 'hint' }, ABOUT_RULES),
      ...(claims.length === 0 ? [] : [listHead(claims, left.length, filter, show)]),
      ...(listed.length === 0
        ? [element('p', { class: 'none' }, say('popup_none_left'))]
        : rulesTable(text, listed, marked, onPage)),
    ]);
  }
}

const ABOUT_RULES =
  'A rule is a shape that attribution takes in print; what no rule fits is left to a small learned model. ' +
  'How sure it is says that somebody is cited here, not whether they are right.';

function nothingFound(): HTMLElement {
  const texts = [say('popup_empty_text'), say('popup_empty_text_more')];
  return element(
    'div',
    { class: 'empty' },
    element('h2', {}, say('popup_empty_title')),
    ...texts.map((words) => element('p', {}, words)),
  );
}
