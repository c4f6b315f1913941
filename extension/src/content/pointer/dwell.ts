/**
 * When a card opens and when it closes, told by where the pointer rests. Knows places and milliseconds, nothing of the
 * page: a pointer over a claim, over the card, or elsewhere. Pure but for the clock it is given.
 */

/** A card opens when the pointer has stayed this long on a claim. */
const OPENS = 400;
/** With a card open, the next claim's opens sooner. */
const SWITCHES = 150;
/** A card closes when the pointer has left both the claim and the card for this long. */
const CLOSES = 300;

export interface Clock {
  set(action: () => void, milliseconds: number): number;
  clear(timer: number): void;
}

/** Where the pointer is. */
export type PointerPlace<Claim> = { over: 'claim'; claim: Claim } | { over: 'card' } | { over: 'elsewhere' };

export class Dwell<Claim> {
  #timer: number | undefined;
  /** What the running timer will show; null when it will close. */
  #pending: Claim | null = null;
  #held = false;

  /** @param show opens a claim's card, or closes the card that is open (null). */
  constructor(
    private readonly clock: Clock,
    private readonly shown: () => Claim | null,
    private readonly show: (claim: Claim | null) => void,
  ) {}

  /** @param approaching whether the pointer has just come nearer to the open card. */
  move(place: PointerPlace<Claim>, approaching: boolean): void {
    const open = this.shown();
    const settled = place.over === 'card' || (place.over === 'claim' && place.claim === open);
    if (settled) this.#held = false;
    const unasked = place.over !== 'claim' && (open === null || this.#held);
    if (settled || unasked) {
      this.cancel();
      return;
    }
    const next = place.over === 'claim' ? place.claim : null;
    // On its way to the card the pointer crosses other words.
    if (this.#timer !== undefined && this.#pending === next && !approaching) return;
    this.cancel();
    this.#pending = next;
    const wait = next === null || approaching ? CLOSES : open === null || this.#held ? OPENS : SWITCHES;
    this.#timer = this.clock.set(() => {
      this.#timer = undefined;
      this.show(next);
    }, wait);
  }

  /** Keeps a card that the pointer did not open until the pointer has been on it. */
  hold(): void {
    this.cancel();
    this.#held = true;
  }

  /** Forgets what was about to happen. */
  cancel(): void {
    if (this.#timer !== undefined) this.clock.clear(this.#timer);
    this.#timer = undefined;
  }
}
