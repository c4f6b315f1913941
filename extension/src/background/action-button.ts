/**
 * The toolbar button over one tab: its icon says whether the site is read, its badge how many claims are marked, its
 * title the page in a line. The browser keeps all three for the tab, and drops them when the tab goes to another page.
 */
import { summaryLine } from '../claims/summary-line.ts';
import type { Tally } from '../claims/tally.ts';
import { say } from '../i18n.ts';
import type { ToolbarNote } from '../messages.ts';
import { readsByDefault } from '../settings/site-rules.ts';
import { loadSettings, privateEntries } from '../settings/storage.ts';

/** The ground of the store tile: quiet beside the page, and not a colour that warns. */
const BADGE = { ground: '#22405e', text: '#fdfcfa' };

/** A badge has room for four characters. */
const MOST_SHOWN = 999;

const SIZES = [16, 20, 24, 32, 40];

/** Shows on the button over tabs whose pages tell nothing how most sites stand. */
export async function showByDefault(): Promise<void> {
  const reads = readsByDefault(await loadSettings());
  await Promise.allSettled([
    chrome.action.setIcon?.({ path: iconFiles(reads ? 'hearsay' : 'hearsay-off') }),
    chrome.action.setTitle({ title: title(reads, null) }),
  ]);
}

/** Shows on the button over a tab what its page tells. */
export async function showOnToolbar(tabId: number, isPrivate: boolean, { reads, tally }: ToolbarNote): Promise<void> {
  const { badge } = await loadSettings(isPrivate ? privateEntries() : {});
  const { action } = chrome;
  // The tab may be gone by now; then there is nothing to show. A phone's browser has a menu entry for a button, and
  // not all of these functions.
  await Promise.allSettled([
    action.setIcon?.({ tabId, path: iconFiles(reads ? 'hearsay' : 'hearsay-off') }),
    action.setTitle({ tabId, title: title(reads, tally) }),
    action.setBadgeText?.({ tabId, text: badge && reads ? badgeText(tally?.claims ?? 0) : '' }),
    action.setBadgeBackgroundColor?.({ tabId, color: BADGE.ground }),
    action.setBadgeTextColor?.({ tabId, color: BADGE.text }),
  ]);
}

function iconFiles(name: string): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `/icons/${name}-${size}.png`]));
}

function title(reads: boolean, tally: Tally | null): string {
  if (!reads) return say('toolbar_title_off');
  return tally === null ? say('toolbar_title') : say('toolbar_title_line', summaryLine(tally));
}

function badgeText(claims: number): string {
  if (claims === 0) return '';
  return claims > MOST_SHOWN ? `${MOST_SHOWN}+` : String(claims);
}
