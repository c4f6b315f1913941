/**
 * Follows claims: opens the report that a reader asked for on a card, and when its page has been read, says what became of the
 * claim there. Only what was opened so is followed, in its own tab, until the tab closes or the reader ends the trail.
 *
 * What happens to tabs is listened to only while there is a trail, since a browser wakes the background for what it listens to.
 */
import type { Document, Report } from 'hearsay';
import type { Arrival, TrailAnswer, TrailPage, UnreadStatus } from '../claims/trail.ts';
import type { FollowRequest, TrailNote } from '../messages.ts';
import type { Sender } from './requests.ts';
import { bringScript, declaredDate, whenIdle } from './script-injection.ts';
import { pageIn } from './tab-page.ts';
import { arrivalOn, viewOf } from './trail-alignment.ts';
import { anyTrail, forgetTrail, forgetTrailsBut, keepTrail, trailOf } from './trails.ts';

/** A page that says nothing is asked once more after so many milliseconds: its content script may only just start. */
const START = 500;

/** A page that is still loading has so many milliseconds to lead on by itself to the one that is meant. */
const GOES_ON = 3000;

/** Steps are taken one after the other: a page may be read before its tab is known to have a trail. */
let steps: Promise<unknown> = Promise.resolve();

function step<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = steps.then(work);
  steps = done.catch(() => {});
  return done;
}

/** Opens a report in a tab beside the page, behind it, or in a window of its own, and remembers the claim for it. */
export function follow(
  { address, hand, words, hands, publisher, behind, apart }: Omit<FollowRequest, 'type'>,
  { tab, url }: Sender,
): Promise<void> {
  return step(async () => {
    listen();
    const before = await trailOf(tab.id);
    // A claim that the trail has led to is followed on; any other begins a trail of its own.
    const goesOn =
      before?.arrival?.kind === 'found' && before.arrival.page.words === words && isSamePage(before.arrival.url, url);
    const [opened, published] = await Promise.all([open(address, tab, behind, apart), publishedOn(tab.id, url)]);
    const page: TrailPage = {
      url,
      title: tab.title ?? '',
      publisher: publisher || hostOf(url),
      published,
      words,
      hands: [...hands],
      followed: hand,
    };
    await keepTrail(opened, { pages: [...(goesOn ? before.pages : []), page], arrival: null });
  });
}

/** The same for a report that the map of a tab's page leads to. */
export async function followFrom(tabId: number, request: Omit<FollowRequest, 'type'>): Promise<void> {
  const tab = await chrome.tabs.get(tabId);
  return follow(request, { tab: tab as Sender['tab'], url: tab.url ?? '' });
}

/** Opens an address, and gives the number of its tab. */
async function open(
  url: string,
  { id, index, incognito }: Sender['tab'],
  behind: boolean,
  apart: boolean,
): Promise<number> {
  if (apart && chrome.windows) {
    const opened = await chrome.windows.create({ url, incognito });
    return opened!.tabs![0]!.id!;
  }
  const beside = { url, active: !behind };
  // Not every browser knows of places beside a tab.
  const opened = await chrome.tabs
    .create({ ...beside, index: index + 1, openerTabId: id })
    .catch(() => chrome.tabs.create(beside));
  return opened.id!;
}

/** A tab's page has been read. Says on it what became of the claim, where the tab has a trail and this is its page. */
export function arrive({ tab, url }: Sender, document: Document, report: Report): Promise<void> {
  return step(async () => {
    const trail = await trailOf(tab.id);
    if (trail === null || !mayBeThePage(trail.arrival, url)) return;
    const published = await publishedOn(tab.id, url);
    const arrival = await arrivalOn(trail.pages, document, report, {
      url,
      title: tab.title ?? '',
      publisher: report.publisher || hostOf(url),
      published,
    });
    // Behind a page that could not be read may come any other: only what says the claim is the one.
    if (trail.arrival?.kind === 'unread' && !isSamePage(trail.arrival.url, url) && arrival.kind !== 'found') return;
    await keepTrail(tab.id, { ...trail, arrival });
    tellPages(tab.id);
    void bringScript('trail', tab.id, 0);
  });
}

/** The trail that leads to a tab, as its page shows it; null where there is none. */
export async function trailHere(tabId: number): Promise<TrailAnswer> {
  const trail = await step(() => trailOf(tabId));
  return trail === null ? null : viewOf(trail);
}

export function endTrail(tabId: number): Promise<void> {
  return step(async () => {
    await forgetTrail(tabId);
    tellPages(tabId);
    if (!(await anyTrail())) stopListening();
  });
}

/**
 * Listens to tabs for as long as one has a trail. Chromium wakes the background for what it listens to from the first moment of
 * its run, so it begins by listening. Firefox, whose background is a page, would go on waking it for that; there a tab that closes while the background
 * sleeps is found out when it wakes.
 */
export function listenWhileFollowing(): void {
  if (!('document' in globalThis)) listen();
  void step(async () => {
    // First listen, then look: a tab that closes in between is heard of.
    if (await anyTrail()) listen();
    const open = await chrome.tabs.query({});
    await forgetTrailsBut(open.map(({ id }) => id));
    if (!(await anyTrail())) stopListening();
  });
}

function listen(): void {
  chrome.tabs.onUpdated.addListener(updated);
  chrome.tabs.onActivated.addListener(activated);
  chrome.tabs.onRemoved.addListener(removed);
}

function stopListening(): void {
  chrome.tabs.onUpdated.removeListener(updated);
  chrome.tabs.onActivated.removeListener(activated);
  chrome.tabs.onRemoved.removeListener(removed);
}

function updated(tabId: number, { status, url }: chrome.tabs.OnUpdatedInfo): void {
  if (status === 'complete') void loaded(tabId);
  else if (status === 'loading' || url !== undefined) void readable(tabId);
}

/** A page that opened behind another is not looked at before it is seen, when the background that waited for it may have ended. */
function activated({ tabId }: chrome.tabs.OnActivatedInfo): void {
  void readable(tabId);
}

function removed(tabId: number): void {
  void endTrail(tabId);
}

/** A tab has loaded, with all that is on its page. */
async function loaded(tabId: number): Promise<void> {
  if (!(await isAwaited(tabId))) return;
  const said = (await askPage(tabId)) ?? (await pause(START).then(() => askPage(tabId)));
  const tab = await tabNamed(tabId);
  if (said !== 'read' && tab?.status !== 'loading') await leaveUnread(tabId, said ?? 'closed', tab?.url);
}

/** A tab has a page whose words are there. Pictures may be on their way for minutes, and files in the browser's own viewer too. */
async function readable(tabId: number): Promise<void> {
  if (!(await isAwaited(tabId)) || !(await whenIdle(tabId))) return;
  const [tab, said] = await Promise.all([tabNamed(tabId), askPage(tabId)]);
  if (said === null || said === 'read') return;
  await pause(GOES_ON);
  await leaveUnread(tabId, said, tab?.url);
}

async function isAwaited(tabId: number): Promise<boolean> {
  return (await step(() => trailOf(tabId)))?.arrival === null;
}

function tabNamed(tabId: number): Promise<chrome.tabs.Tab | null> {
  return chrome.tabs.get(tabId).catch(() => null);
}

/** An article says by itself that it has been read; of anything else that a trail leads to it is said that the claim could not be looked for. */
async function leaveUnread(tabId: number, status: UnreadStatus, url: string | undefined): Promise<void> {
  const isTold = await step(async () => {
    const [trail, tab] = await Promise.all([trailOf(tabId), tabNamed(tabId)]);
    if (trail === null || trail.arrival !== null || tab === null || tab.url !== url) return false;
    await keepTrail(tabId, { ...trail, arrival: { kind: 'unread', status, url: url ?? '' } });
    return true;
  });
  if (!isTold) return;
  tellPages(tabId);
  if (!(await bringScript('trail', tabId, 0))) await tellOnButton(tabId);
}

/** Null where nobody answers. */
async function askPage(tabId: number): Promise<UnreadStatus | 'read' | null> {
  const status = (await pageIn(tabId))?.state.status ?? null;
  return status === 'article' || status === 'empty' ? 'read' : (status as UnreadStatus | null);
}

/** When the page in a tab was published, as it says itself. Nobody waits long for it. */
function publishedOn(tabId: number, url: string): Promise<string> {
  return Promise.race([declaredDate(tabId, url), pause(START).then(() => '')]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((later) => setTimeout(later, milliseconds));
}

/** Tells the panel, where one is open. */
function tellPages(tab: number): void {
  chrome.runtime.sendMessage({ type: 'trail-changed', tab } satisfies TrailNote).catch(() => {});
}

/** Where nothing can be said on the page, the button beside it says it. */
async function tellOnButton(tabId: number): Promise<void> {
  await Promise.allSettled([
    chrome.action.setBadgeText?.({ tabId, text: '?' }),
    chrome.action.setTitle({ tabId, title: chrome.i18n.getMessage('trail_unread_closed') }),
  ]);
}

/** Whether a page in a trail's tab can be the one that was followed: the first that comes, or the same again. */
function mayBeThePage(arrival: Arrival | null, url: string): boolean {
  return arrival === null || arrival.kind === 'unread' || isSamePage(arrival.url, url);
}

function isSamePage(one: string, other: string): boolean {
  return one.replace(/#.*$/, '') === other.replace(/#.*$/, '');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
