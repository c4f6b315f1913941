/**
 * One origin, many pages: claims that several of the pages open in a window make, and that end at the same hand. Plain values,
 * as the background gives them to the panel. No DOM.
 */
import type { ListedHand } from '../messages.ts';

/** A page that makes a claim of one origin. */
export interface OriginPage {
  tab: number;
  host: string;
  title: string;
  /** The claim's id in the page's newest report. */
  claim: string;
  words: string;
}

/** What several pages have from one hand. */
export interface Origin {
  /** The hand, as the first of the pages calls it. */
  hand: ListedHand;
  /** Each page once. */
  pages: OriginPage[];
}

export interface OriginsAnswer {
  /** How many different articles were looked at. */
  articles: number;
  /** Those of most pages first. */
  origins: Origin[];
}
