/** What stands below a claim in the map's sheet: what the trail counts beside the page, and the ways to its reports, which are followed. */
import type { TrailAnswer } from '../../claims/trail.ts';
import { handName } from '../../claims/hand-name.ts';
import { quoting } from '../../content/claims/quoting.ts';
import { reportLinks, type ReportLink } from '../../content/claims/report-links.ts';
import type { ExportedArticle, ListedClaim, TabFollowRequest } from '../../messages.ts';
import { element } from '../../ui/element.ts';
import { openReport } from '../../ui/report-link.ts';
import { countsOf } from '../../ui/trail-section.ts';

/** @param article the page's article with its links, asked for when it is first needed. */
export function belowClaims(
  tab: number,
  article: () => Promise<ExportedArticle | null>,
  trail: () => TrailAnswer,
): (claim: ListedClaim) => Promise<HTMLElement[]> {
  let asked: Promise<ExportedArticle | null> | null = null;
  return async (claim) => {
    const view = trail();
    const isTraced = view?.arrival.kind === 'found' && view.arrival.page.words === claim.words;
    const counts = isTraced ? [element('div', { class: 'below' }, countsOf(view))] : [];
    const given = await (asked ??= article());
    return [...counts, ...waysFrom(claim, given, tab)];
  };
}

function waysFrom(claim: ListedClaim, article: ExportedArticle | null, tab: number): HTMLElement[] {
  const reported = article?.report.claims.find(({ id }) => id === claim.id);
  if (article == null || reported === undefined) return [];
  const { host, blocks } = article.page.document;
  // As the page gave them, every field is there.
  const links = reportLinks(reported, blocks as Parameters<typeof reportLinks>[1], quoting(blocks));
  const ways = links.flatMap((link, hand) => (link === null ? [] : [{ link, hand }]));
  return ways.map(({ link, hand }) => {
    const name = ways.length > 1 ? [element('bdi', {}, handName(claim.hands[hand]!)), ' '] : [];
    return element(
      'p',
      { class: 'below' },
      ...name,
      openReport(link, (event) => follow(event, link, hand)),
    );
  });

  function follow(event: MouseEvent, { address }: ReportLink, hand: number): void {
    if (event.button > 1) return;
    event.preventDefault();
    const { words, hands } = claim;
    const request: TabFollowRequest = {
      type: 'tab-follow',
      tab,
      address,
      hand,
      words,
      hands,
      publisher: host?.names?.[0] ?? '',
      behind: event.button > 0 || event.ctrlKey || event.metaKey,
      apart: event.shiftKey,
    };
    void chrome.runtime.sendMessage(request);
  }
}
