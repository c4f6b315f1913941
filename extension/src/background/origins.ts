/**
 * Which claims of the pages open in a window end at the same hand, when a reader asks: from what the pages say of themselves at
 * that moment. Nothing is kept.
 */
import type { Origin, OriginsAnswer } from '../claims/origins.ts';
import { lastCounted } from '../claims/depth.ts';
import type { PageNote } from '../messages.ts';
import { oneOrigin } from './engine.ts';
import { pageIn } from './tab-page.ts';

/** A page that has been read answers at once; others are not waited for longer than so many milliseconds. */
const PATIENCE = 1500;

export async function originsIn(window: number): Promise<OriginsAnswer> {
  const tabs = await chrome.tabs.query({ windowId: window, url: ['http://*/*', 'https://*/*'] });
  // A page that is open twice is one.
  const byAddress = new Map(tabs.map((tab) => [tab.url?.replace(/#.*$/, ''), tab.id!]));
  const asked = await Promise.all(
    [...byAddress.values()].map(async (tab) => ({ tab, note: await pageIn(tab, PATIENCE) })),
  );
  const pages = asked
    .filter(({ note }) => note !== null && ARTICLES.has(note.state.status))
    .map(({ tab, note }) => ({ tab, ...note! }));
  const told = pages.flatMap((page, number) =>
    claimsOf(page).map((claim) => ({ number, page, claim, hand: lastCounted(claim.hands) })),
  );
  const groups = await oneOrigin(
    told.map(({ number, claim, hand }) => ({
      page: number,
      hand: hand === undefined || NOBODY.has(hand.type) ? '' : hand.label,
      words: claim.words,
    })),
  );
  const origins = groups.map((group): Origin => {
    const members = group.map((at) => told[at]!);
    const once = members.filter(({ number }, at) => members.findIndex((other) => other.number === number) === at);
    return {
      hand: members[0]!.hand!,
      pages: once.map(({ page: { tab, host, title }, claim: { id, words } }) => ({
        tab,
        host,
        title,
        claim: id,
        words,
      })),
    };
  });
  return { articles: pages.length, origins: origins.sort((a, b) => b.pages.length - a.pages.length) };
}

/** Pages that were read. */
const ARTICLES = new Set<PageNote['state']['status']>(['article', 'empty']);

/** Where a way ends with nobody whom pages could have in common. */
const NOBODY = new Set(['unspecified', 'self']);

function claimsOf({ state }: PageNote) {
  return state.status === 'article' ? state.claims : [];
}
