/**
 * Follows the pointer over a page's claims: rest opens a card, leaving closes it, a tap opens it at once. Looks at
 * most once a frame, and not at all while nothing moves. Only a reader's hand counts: what a page's script makes up is no
 * pointer.
 */
import type { Claim } from 'hearsay';
import { isMatchOf } from '../dom/unclobbered-in-article.ts';
import { Dwell, type Clock, type PointerPlace } from './dwell.ts';

/** What the pointer needs to know of the page and of the card. */
export interface PointerContext {
  claimAt(x: number, y: number): Claim | null;
  /** The claim whose card is open. */
  shown(): Claim | null;
  /** Opens a claim's card, or closes the card (null). */
  show(claim: Claim | null): void;
  /** Whether an event happened on the card. */
  isOnCard(event: Event): boolean;
  /** Where the card stands, in CSS pixels from the window's corner; null while none is open. */
  cardBox(): DOMRect | null;
}

const CLOCK: Clock = {
  set: (action, milliseconds) => setTimeout(action, milliseconds) as unknown as number,
  clear: (timer) => clearTimeout(timer),
};

/** Where the pointer was last seen. Whose event it was has to be asked at once: afterwards an event does not know. */
interface Sighting {
  x: number;
  y: number;
  onCard: boolean;
}

/** Follows the pointer until the signal ends it. Gives back what is to be called when something else opens a card. */
export function followPointer(context: PointerContext, signal: AbortSignal): () => void {
  const { claimAt, shown, show, isOnCard, cardBox } = context;
  const dwell = new Dwell(CLOCK, shown, show);
  let frame = 0;
  let last: Sighting | null = null;
  let distance = Infinity;

  const look = () => {
    frame = 0;
    if (last === null) return;
    const box = cardBox();
    const before = distance;
    distance = box === null ? Infinity : distanceTo(box, last);
    dwell.move(placeOf(last), distance < before && before !== Infinity);
  };
  const placeOf = ({ x, y, onCard }: Sighting): PointerPlace<Claim> => {
    if (onCard) return { over: 'card' };
    const claim = claimAt(x, y);
    return claim === null ? { over: 'elsewhere' } : { over: 'claim', claim };
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    last = null;
    dwell.cancel();
  };
  const moved = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || !event.isTrusted) return;
    // Somebody who drags selects words.
    if (event.buttons !== 0) return stop();
    last = { x: event.clientX, y: event.clientY, onCard: isOnCard(event) };
    frame ||= requestAnimationFrame(look);
  };
  const left = ({ isTrusted }: Event) => {
    if (!isTrusted) return;
    stop();
    dwell.move({ over: 'elsewhere' }, false);
  };
  const clicked = (event: MouseEvent) => {
    if (isOnCard(event) || !event.isTrusted) return;
    dwell.cancel();
    const claim = claimAt(event.clientX, event.clientY);
    if (claim === shown()) return;
    const opens = isTap(event) && !isOnControl(event);
    if (opens || shown() !== null) show(opens ? claim : null);
  };

  const options = { signal, capture: true, passive: true };
  addEventListener('pointermove', moved, options);
  addEventListener('click', clicked, options);
  document.documentElement.addEventListener('pointerleave', left, { signal, passive: true });
  signal.addEventListener('abort', stop, { once: true });
  return () => {
    stop();
    dwell.hold();
  };
}

function isTap(event: MouseEvent): boolean {
  const { pointerType } = event as PointerEvent;
  return pointerType === 'touch' || pointerType === 'pen';
}

/** A tap on a link stays a link. */
function isOnControl(event: Event): boolean {
  const controls =
    'a[href], button, input, select, textarea, label, summary, video, audio, [role="button"], [role="link"]';
  return event.composedPath().some((target) => target instanceof Element && isMatchOf(target, controls));
}

function distanceTo(box: DOMRect, { x, y }: Sighting): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}
