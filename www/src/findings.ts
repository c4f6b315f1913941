/**
 * What was found in a text: the text itself with its lines, beside it the summary and the source map, below it the rules
 * that found the claims.
 */
import type { Report } from 'hearsay';
import { button, element } from '../../extension/src/look/element.ts';
import { headline } from '../../extension/src/listed/headline.ts';
import { summarise } from '../../extension/src/listed/summary.ts';
import { showArticle } from '../../extension/src/panel/article.ts';
import { exportMenu } from '../../extension/src/popup/export-menu.ts';
import { ALL, filtered, isFiltered, type Filter } from '../../extension/src/popup/filter.ts';
import { glance } from '../../extension/src/popup/glance.ts';
import { listHead } from '../../extension/src/popup/list-head.ts';
import { replaceChildren } from '../../extension/src/popup/replace-children.ts';
import type { ClaimsOnPage } from '../../extension/src/listed/claims-on-page.ts';
import { startViews } from '../../extension/src/views.ts';
import { say } from '../../extension/src/words.ts';
import { Paper } from './paper.ts';
import { SOURCE_MAP } from './map-place.ts';
import type { ReadText } from './reading.ts';
import { rulesTable } from './rules-table.ts';

/** What can be done with the text, beyond looking at it. */
export interface Deeds {
  edit(): void;
  copyLink(): void;
  /** Says something that is no answer to a press in sight. */
  say(words: string): void;
}

/** Loaded with the page, as everything is: whoever is offline later can go on. */
const viewsReady = startViews();
// Its failure is told where the map would be.
viewsReady.catch(() => {});

/** A name for files about a text that has no address. */
const NOWHERE = 'playground';

/**
 * Fills an element of the page, which must stand on it. Gives back what was found, in a few words.
 *
 * @param signal takes lines, card and map away.
 */
export function showFindings(parent: HTMLElement, text: ReadText, report: Report, deeds: Deeds, signal: AbortSignal): string {
  const sheet = element('article', { class: 'sheet' });
  const tools = element('div', { class: 'tools' });
  const summary = element('div', {});
  const map = element('section', { class: 'map-of-sources', id: SOURCE_MAP });
  const below = element('section', { class: 'found-by', 'aria-labelledby': 'rules' });
  const aside = element('aside', { class: 'beside', 'aria-label': 'What was found' }, summary, map);
  parent.replaceChildren(element('div', { class: 'text' }, tools, sheet), aside, below);

  const paper = new Paper(sheet, text, report, signal);
  const { claims } = paper;
  const onPage: ClaimsOnPage = { visit: (id) => paper.visit(id), trace: (id) => paper.trace(id) };
  const host = text.host.domain || NOWHERE;
  tools.append(
    element(
      'span',
      { class: 'steps' },
      ...([-1, 1] as const).map((by) => {
        const made = button('button', by < 0 ? '‹' : '›', () => paper.step(by));
        made.ariaLabel = made.title = say(by < 0 ? 'card_previous' : 'card_next');
        made.disabled = claims.length === 0;
        return made;
      }),
    ),
    button('textual', 'Edit', deeds.edit),
    button('textual', 'Copy link', deeds.copyLink),
    ...(claims.length > 0 ? exportMenu(host, async () => paper.exported) : []),
  );
  if (claims.length === 0) {
    const texts = ['popup_empty_text', 'popup_empty_text_more'] as const;
    summary.append(element('div', { class: 'empty' }, element('h2', {}, say('popup_empty_title')), ...texts.map((key) => element('p', {}, say(key)))));
  } else {
    showLists(ALL);
    void showMap();
  }
  if (report.claims.length === 0) below.remove();
  else if (claims.length === 0) showRules(new Set(), report.claims.map(({ id }) => id));
  return claims.length === 0 ? say('popup_empty_title') : headline(summarise(claims));

  function showLists(filter: Filter): void {
    const left = filtered(claims, filter);
    const marked = new Set(claims.map(({ id }) => id));
    replaceChildren(summary, [glance(summarise(claims), null, filter, showLists)]);
    const ids = isFiltered(filter) ? left.map(({ id }) => id) : report.claims.map(({ id }) => id);
    showRules(marked, ids, listHead(claims, left.length, filter, showLists), left.length === 0 ? say('popup_none_left') : undefined);
  }

  function showRules(marked: ReadonlySet<string>, ids: readonly string[], head: HTMLElement | null = null, none?: string): void {
    const listed = new Set(ids);
    const rules = report.claims.filter(({ id }) => listed.has(id));
    const parts = [
      element('h2', { id: 'rules' }, 'Which rule found it'),
      element('p', { class: 'hint' }, 'A rule is a shape that attribution takes in print; what no rule fits is left to a small learned model. How sure it is says that somebody is cited here, not whether they are right.'),
      ...(head ? [head] : []),
      ...(none === undefined ? rulesTable(text, rules, marked, onPage) : [element('p', { class: 'none' }, none)]),
    ];
    replaceChildren(below, parts);
  }

  async function showMap(): Promise<void> {
    try {
      await viewsReady;
    } catch {
      return map.replaceChildren(element('p', { class: 'unable' }, 'The source map cannot be drawn: the file views.wasm did not load.'));
    }
    if (signal.aborted) return;
    const end = showArticle(map, { host, title: text.title || 'Your text', claims, truncatedAt: null }, { ...onPage, say: deeds.say });
    signal.addEventListener('abort', end, { once: true });
  }
}
