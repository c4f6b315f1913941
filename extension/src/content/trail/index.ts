/**
 * The end of a trail: on the page that a reader came to by following a claim, it says what became of the claim there. Found, it
 * goes to the words and opens their card with the trail in it; else it says why not, and what comes closest. A script of its
 * own, `trail.js`, which the background puts only into a page that a trail leads to.
 */
import type { Arrival, Passage, TrailAnswer, TrailView } from '../../claims/trail.ts';
import { say } from '../../i18n.ts';
import type { EndTrailRequest, TrailRequest } from '../../messages.ts';
import { button, element } from '../../ui/element.ts';
import section from '../../ui/trail-section.css' with { type: 'text' };
import { sectionOf, spokenWords } from '../../ui/trail-section.ts';
import type { ArticleSession } from '../article-session.ts';
import type { CardView } from '../card/card-view.ts';
import { styles } from '../card/host.ts';
import { shortened } from '../claims/quoting.ts';
import { Message, type Act } from '../commands/message.ts';
import { bringIntoSight } from '../dom/scrolling.ts';
import { ACTIVE } from '../highlights/highlight-names.ts';
import type { Reader } from '../reader.ts';
import { tellBackground } from '../tell-background.ts';
import onPage from './trail.css' with { type: 'text' };
import { unreadWords } from './unread.ts';

type Found = Extract<Arrival, { kind: 'found' }>;

const sheet = section + onPage;
const message = new Message(sheet);
let shown: TrailView | null = null;

/** What an earlier run on this page has left. */
const before = (globalThis as { hearsay_trail?: { renew(): Promise<void> } }).hearsay_trail;
void (before ?? { renew }).renew();

/** Shows the trail as it stands now. What is shown already stays where it is. */
export async function renew(): Promise<void> {
  const view: TrailAnswer = await chrome.runtime.sendMessage({ type: 'trail' } satisfies TrailRequest);
  if (view === null) return;
  const isKnown = shown !== null && JSON.stringify(shown.arrival) === JSON.stringify(view.arrival);
  shown = view;
  if (!isKnown) await show(view);
}

async function show(view: TrailView): Promise<void> {
  const { arrival } = view;
  if (arrival.kind === 'unread') {
    tell(unreadWords(view, arrival.status, document), []);
    return;
  }
  const session = sessionHere();
  if (session === null) return;
  if (session.marked === null) await new Promise<void>((shown) => (session.onShown = shown));
  if (arrival.kind === 'found') showFound(session, view, arrival);
  else showClosest(session, view, arrival.closest);
}

function showFound(session: ArticleSession, view: TrailView, { claim, passage }: Found): void {
  const marked = claim !== null && session.marked?.claims.some(({ id }) => id === claim);
  if (marked) {
    putOnCard(session, claim);
    session.do({ type: 'visit', claim });
  } else {
    const words = goTo(session, passage);
    tell(say(claim === null ? 'trail_own' : 'trail_found'), words, sectionOf(view));
  }
}

/** Adds the trail to the card of a claim, whenever it opens. */
function putOnCard(session: ArticleSession, claim: string): void {
  let said: string | null = null;
  const own = styles(sheet);
  session.onCard = ({ card, shadow, spoken }: CardView, subject) => {
    card.querySelector('.trail')?.remove();
    if (subject.claim.id === claim) said ??= subject.said;
    if (shown === null || subject.said !== said) return;
    if (!shadow.adoptedStyleSheets.includes(own)) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, own];
    const trail = sectionOf(shown);
    trail.append(endButton(() => trail.remove()));
    card.querySelector('footer')?.before(trail);
    if (spoken.textContent !== '') spoken.append(` ${spokenWords(shown)}`);
  };
}

function showClosest(session: ArticleSession, { pages }: TrailView, closest: readonly Passage[]): void {
  const from = pages.at(-1)!.publisher;
  const rows = closest.map((passage) =>
    element(
      'li',
      {},
      button('textual page-words', say('quoted', shortened(passage.words)), () => goTo(session, passage)),
    ),
  );
  if (rows.length === 0) tell(say('trail_not_found', from), []);
  else tell(say('trail_not_found_closest', from), [], element('ol', { class: 'closest', role: 'list' }, ...rows));
}

/** Brings words of the page into sight and marks them. */
function goTo(session: ArticleSession, passage: Passage): Range[] {
  const [article, display] = session.onPage;
  const words = article?.words(passage) ?? [];
  if (words[0] !== undefined) bringIntoSight(words[0]);
  if (display !== null) display.point(words);
  else CSS.highlights.set(ACTIVE, new Highlight(...words));
  return words;
}

function tell(words: string, near: readonly Range[], more?: HTMLElement): void {
  message.tell(words, near, END, more);
}

const END: Act = {
  label: say('trail_end'),
  press() {
    end();
    message.close();
  },
};

function endButton(ended: () => void): HTMLElement {
  return button('textual', say('trail_end'), () => {
    end();
    ended();
  });
}

function end(): void {
  shown = null;
  void tellBackground({ type: 'end-trail' } satisfies EndTrailRequest);
}

/** The session of the article on this page; null where it is none. An element of the page with this id is not the world's own. */
function sessionHere(): ArticleSession | null {
  const reader = Object.hasOwn(globalThis, 'hearsay_reader')
    ? (globalThis as { hearsay_reader?: Reader }).hearsay_reader
    : undefined;
  return reader?.ArticleSession.current ?? null;
}
