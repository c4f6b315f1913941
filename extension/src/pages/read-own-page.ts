/**
 * The article on a page of the extension's own, read as every page is: by the engine, in a session of its own, with the
 * same lines and the same card.
 */
import * as card from '../content/card/index.ts';
import { openSession, type Session } from '../content/page-session.ts';
import * as reader from '../content/reader.ts';
import type { ListedClaim, PageState } from '../messages.ts';

const scripts = {
  reader: () => Promise.resolve(reader),
  card: () => Promise.resolve(card),
  look: () => Promise.resolve(),
};

/** A session that reads the page it stands on. `tell` is told of each state; the signal takes lines and card away. */
export function sessionHere(tell: (state: PageState) => void, signal: AbortSignal): Session {
  return openSession({}, { tell, scripts, lost: () => {}, chooseLines: () => {} }, signal);
}

/** Reads the article that stands on the page, draws its lines, and gives its claims; none where reading failed. */
export function readHere(signal: AbortSignal): Promise<ListedClaim[]> {
  return new Promise((found) => {
    const session = sessionHere((state) => {
      if (state.status !== 'reading') found(state.status === 'article' ? state.claims : []);
    }, signal);
    session.readAnyway();
  });
}
