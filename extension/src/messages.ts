/**
 * Every message between the parts of the extension, as closed unions: the compiler knows the list.
 *
 * Two conversations exist. A page's content script asks the background to analyse an article and tells it what the
 * toolbar button is to show for its tab. The popup and the panel open a port to the content script of the tab they
 * stand over: the page says what it is and says so again whenever that changes; they say where to go. When one of
 * them closes, its port closes, and nothing of it stays on the page. Settings are no message: every part reads them
 * from storage, and storage tells every part when they change.
 */
import type { Claim, Document, Hop, Report } from 'hearsay';
import type { ExportedPage } from 'hearsay-views';
import type { Tally } from './claims/tally.ts';
import type { Change } from './settings/schema.ts';

/** Content script to background, one message each. */
export type BackgroundRequest =
  | AnalyzeRequest
  | EndTrailRequest
  | FollowRequest
  | FramesRequest
  | LookRequest
  | PanelRequest
  | PrivateRequest
  | ScriptRequest
  | ToolbarNote
  | TrailRequest;

/** Analyse this article. Offsets are UTF-16 code units within a block. Answered with an AnalyzeAnswer. */
export interface AnalyzeRequest {
  type: 'analyze';
  document: Document;
}

export type AnalyzeAnswer = { type: 'report'; report: Report } | { type: 'failed'; reason: string };

/** Open a report that a card leads to, and follow the claim there. No answer but that it is open. */
export interface FollowRequest {
  type: 'follow';
  /** An address on the web. */
  address: string;
  /** Which of the claim's hands it leads to. */
  hand: number;
  words: string;
  hands: readonly ListedHand[];
  /** What people call the publisher of the page; empty where nobody knows. */
  publisher: string;
  /** Whether the tab is to open behind the page's, or in a window of its own. */
  behind: boolean;
  apart: boolean;
}

/** From a page of the extension: the same for a report that the map of a tab's page leads to. Answered with whether it is open. */
export interface TabFollowRequest extends Omit<FollowRequest, 'type'> {
  type: 'tab-follow';
  tab: number;
}

/** From a page of the extension: say which claims of the pages open in a window end at one hand. Answered with an `OriginsAnswer`. */
export interface OriginsRequest {
  type: 'origins';
  window: number;
}

/** Say which trail leads to this tab. Answered with a `TrailAnswer`. */
export interface TrailRequest {
  type: 'trail';
}

/** Forget the trail that leads to this tab. No answer. */
export interface EndTrailRequest {
  type: 'end-trail';
}

/** From a page of the extension: say which trail leads to a tab, after forgetting it if so asked. Answered with a `TrailAnswer`. */
export interface TabTrailRequest {
  type: 'tab-trail';
  tab: number;
  end: boolean;
}

/** Background to pages of the extension: the trail that leads to this tab is another now. No answer. */
export interface TrailNote {
  type: 'trail-changed';
  tab: number;
}

/** Read the frames of this tab too: those of the page's own site, and those of others if asked. No answer. */
export interface FramesRequest {
  type: 'frames';
  others: boolean;
}

/** Open the panel in the window of the tab: a reader pressed a button on the page for it. No answer. */
export interface PanelRequest {
  type: 'panel';
}

/** The scripts that come when they are needed. */
export const SCRIPTS = ['reader', 'card', 'commands'] as const;
export type ScriptName = (typeof SCRIPTS)[number];

/** Put a script beside the content script that asks. Answered with whether it is there. */
export interface ScriptRequest {
  type: 'script';
  script: ScriptName;
}

/** Put the look of the lines into the frame that asks, or take it out. Answered with whether that was done. */
export interface LookRequest {
  type: 'look';
  shown: boolean;
}

/**
 * From a private window, whose settings only pages of the extension can see: store these changes there, if any. Answered with
 * the entries that hold in private windows.
 */
export interface PrivateRequest {
  type: 'private';
  changes: Change[];
}

/**
 * What the toolbar button is to show for this tab. Sent when that differs from what it shows, so a page that has nothing to
 * count and stands as most sites do wakes nobody. No answer.
 */
export interface ToolbarNote {
  type: 'toolbar';
  /** Whether the site is on and nothing is paused. */
  reads: boolean;
  /** The claims marked, counted; null where there are none. */
  tally: Tally | null;
}

/** The name of the port that popup and panel open to a tab's content script (`tabs.connect`, frame 0). */
export const PAGE_PORT = 'page';

/** Content script to popup and panel: first thing on a new port, and again whenever the page's state changes. */
export interface PageNote {
  type: 'page';
  /** The host that rules for the page are kept under (`hostOf`). */
  host: string;
  /** The page's title. */
  title: string;
  state: PageState;
}

/** Popup or panel to content script. */
export type PageRequest =
  | PageAction
  /** Give the article for a file. Answered with an ExportNote. */
  | { type: 'export' };

/** Content script to popup: the article as it was asked for; null when there is none. */
export interface ExportNote {
  type: 'export';
  article: ExportedArticle | null;
}

/** An article with the claims that are marked, as a file of them is made from. */
export interface ExportedArticle {
  page: ExportedPage;
  report: Report;
}

/** Something to do on the page. `claim` is a claim's id in its newest report. */
export type PageAction =
  /** Scroll to a claim and open its card. */
  | { type: 'visit'; claim: string }
  /** Go to the next claim, or the one before. Without a card open, to the nearest from where the window stands. */
  | { type: 'step'; by: 1 | -1 }
  /** Show on the page which claim the pointer rests on in the list; null ends it, and so does the port's end. */
  | { type: 'trace'; claim: string | null }
  /** Read this page although it does not look like an article; after a failure, read it again. */
  | { type: 'read-anyway' };

/** A key that a reader pressed, by the name it has in the manifest, or an entry of the context menu. */
export type Command = 'next-claim' | 'previous-claim' | 'toggle-site' | Question;

/** What a reader can ask in the context menu. */
export type Question = 'source-of-selection' | 'copy-sources';

/** Background to content script. */
export type BackgroundNote = CommandNote | LeaveNote | SettingsNote | WhereNote;

/** A key was pressed, or an entry of the context menu chosen. The answer says no more than that it was heard. */
export interface CommandNote {
  type: 'command';
  command: Command;
  /** Whether the content script was brought for it: until then the page was not read. */
  isFresh: boolean;
}

/** To private windows: something was set in one of them. No answer. */
export interface SettingsNote {
  type: 'settings';
}

/** Say where you are. Answered with the pattern of the page's site, as permissions are asked for. */
export interface WhereNote {
  type: 'where';
}

/** The reader's browser keeps the extension from this page now. No answer. */
export interface LeaveNote {
  type: 'leave';
}

/** What the content script of a tab can say about its page. */
export type PageState =
  /** Not read: the site is off, or everything is paused. */
  | { status: 'off' | 'paused' }
  | { status: 'reading' | 'not-article' | 'empty' }
  /** `reason` is for a report; the reader is told that reading failed. */
  | { status: 'failed'; reason: string }
  /**
   * `truncatedAt`: how many characters were read of a page that was too long, else null. `wire`: the news agency whose copy the
   * page says it is, else null.
   */
  | { status: 'article'; claims: ListedClaim[]; truncatedAt: number | null; wire: string | null };

/** A claim as the list shows it: words instead of offsets. */
export interface ListedClaim {
  id: string;
  /** The content, its pieces joined with an ellipsis. */
  words: string;
  depth: Claim['depth'];
  depthMax: Claim['depthMax'];
  kind: Claim['kind'];
  /** The block of the article that it begins in. */
  paragraph: number;
  /** From the page outwards, inherited hands included. */
  hands: ListedHand[];
}

/** A hand as the list shows it. */
export interface ListedHand {
  /** The name the page gives, or its words for a hand without one. */
  label: string;
  /** Whether `label` is a name; else it is the page's words and is set in quotation marks. */
  named: boolean;
  type: Hop['type'];
  anonymous: Hop['anonymous'];
  link: Hop['link'];
}
