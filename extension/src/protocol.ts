/**
 * Every message between the parts of the extension, as closed unions: the compiler knows the list.
 *
 * Two conversations exist. A page's content script asks the background to analyse an article. The popup (later the
 * panel) asks the content script of the tab it stands over what it found, and tells it where to go. Settings are no
 * message: every part reads them from storage, and storage tells every part when they change.
 */
import type { Claim, Document, Hop, Report } from 'hearsay';

/** Content script to background: analyse this article. Offsets are UTF-16 code units within a block. */
export interface AnalyzeRequest {
  type: 'analyze';
  document: Document;
}

/** Background to content script. */
export type AnalyzeAnswer = { type: 'report'; report: Report } | { type: 'failed'; reason: string };

/** Popup to content script. `claim` is a claim's id in the page's newest report. */
export type PageRequest =
  /** What is on this page? Answered with a PageState. */
  | { type: 'describe' }
  /** Scroll to a claim and open its card. */
  | { type: 'visit'; claim: string }
  /** Show on the page which claim the pointer rests on in the list; null ends it. */
  | { type: 'trace'; claim: string | null }
  /** Read this page although it does not look like an article. */
  | { type: 'read-anyway' };

/** Content script to popup, pushed whenever the page's state changes while a popup is open. */
export interface PageChanged {
  type: 'page-changed';
  state: PageState;
}

/** What the content script of a tab can say about its page. */
export type PageState =
  | { status: 'off' | 'paused' | 'reading' | 'not-article' | 'empty' }
  | { status: 'failed'; reason: string }
  | { status: 'article'; claims: ListedClaim[]; truncatedAt: number | null };

/** A claim as the list shows it: words instead of offsets. */
export interface ListedClaim {
  id: string;
  /** The content, its pieces joined with an ellipsis. */
  words: string;
  depth: Claim['depth'];
  depthMax: Claim['depthMax'];
  kind: Claim['kind'];
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
