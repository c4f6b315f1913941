/**
 * A trail: a claim that a reader follows from the page that makes it into the page that it is cited from, and on. Plain values,
 * as the background keeps them for a tab and as pages show them. No DOM.
 */
import type { ListedHand } from '../messages.ts';

/** A page of a trail, and the claim as that page has it. */
export interface TrailPage {
  url: string;
  title: string;
  /** What people call its publisher, else its host. */
  publisher: string;
  /** The day it was published by ISO 8601, as the page says; empty where it does not. */
  published: string;
  words: string;
  /** From the page outwards, inherited hands included; none where the page says it itself. */
  hands: ListedHand[];
  /** Which of the hands the reader followed; null on the last page. */
  followed: number | null;
}

/** Words of a page. Offsets are UTF-16 code units within a block of its article. */
export interface Passage {
  block: number;
  start: number;
  end: number;
  words: string;
}

/**
 * What became of the claim on the page that a trail leads to. `found`: the page says it here; `claim` is the claim's id
 * in the page's report, null where the page says it itself. `not-found`: these passages come closest. `unread`:
 * nothing was read there.
 */
export type Arrival = { url: string } & (
  | { kind: 'found'; page: TrailPage; passage: Passage; claim: string | null }
  | { kind: 'not-found'; closest: Passage[] }
  | { kind: 'unread'; status: UnreadStatus }
);

/** What a page says of itself that is not read, as in `PageState`; `closed` where no extension may look. */
export type UnreadStatus = 'not-article' | 'off' | 'paused' | 'failed' | 'closed';

/** What is kept of a trail for the tab that it leads to. */
export interface Trail {
  /** The pages before this tab's, first the one that was read first. */
  pages: TrailPage[];
  /** Null until the page that is followed has come. */
  arrival: Arrival | null;
}

/** What changed between a page of a trail and the page that cites it, in words of both. */
export interface TrailChanges {
  /** Pieces of the cited page's words that the citing page does not have. */
  gone: Piece[];
  /** Pieces of the citing page's words that the cited page does not have. */
  new: Piece[];
  matter: ('hedge-lost' | 'hedge-gained' | 'source-lost' | 'number-changed' | 'name-added')[];
}

/** In UTF-16 code units, half-open. */
export interface Piece {
  start: number;
  end: number;
}

/** A trail as a reader sees it. */
export interface TrailView {
  /** All pages that say the claim, first the one that was read first. */
  pages: TrailPage[];
  arrival: Arrival;
  /** How many hands the first page gives, and how many the trail has. Never mixed. */
  disclosed: number;
  traced: number;
  /** The hands that the trail has, nearest first, as they are called. */
  hands: ListedHand[];
  /** The page to which the trail comes back, by its place. */
  circular: number | null;
  /** The page whose publisher none of the hands before it is: nothing is counted on from there. */
  broken: number | null;
  /** Between each page and the next. */
  changes: TrailChanges[];
}

/** The trail that leads to a tab; null where none does, or its page has yet to come. */
export type TrailAnswer = TrailView | null;
