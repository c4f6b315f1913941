/**
 * The source map on the page: drawn as wide as there is room, lit up where somebody points or has the focus. It is one
 * stop of the Tab key; inside it the arrow keys lead from hand to hand.
 */
import type { MappedHand, SourceMap } from 'hearsay-views';
import { digits, say } from '../../i18n.ts';
import type { ListedClaim } from '../../messages.ts';
import { element } from '../element.ts';
import { busiest, type Drawn } from './busiest.ts';
import { drawMap } from './drawing.ts';
import type { ChosenHand } from './hand-sheet.ts';

export class MapView {
  readonly node = element('div', { class: 'map' });
  readonly #claims: ReadonlyMap<string, ListedClaim>;
  readonly #shown: Drawn;
  readonly #watch: ResizeObserver;
  #drawn: SourceMap | null = null;
  #hands: MappedHand[] = [];
  #width = 0;
  /** The hand whose claims are shown: its ways stay lit. */
  #chosen: number | undefined;

  /** `startViews` must have been waited for. */
  constructor(claims: readonly ListedClaim[], choose: (choice: ChosenHand) => void) {
    this.#claims = new Map(claims.map((claim) => [claim.id, claim]));
    this.#shown = busiest(claims);
    const { node } = this;
    node.addEventListener('pointerover', ({ target }) => this.#trace(this.#under(target)));
    node.addEventListener('pointerleave', () => this.#trace());
    node.addEventListener('focusin', () => this.#trace());
    node.addEventListener('focusout', () => this.#trace());
    node.addEventListener('click', ({ target }) => this.#choose(this.#under(target), choose));
    node.addEventListener('keydown', (event) => {
      const hand = this.#under(event.target);
      if (hand === undefined) return;
      const next = this.#drawn?.neighbour(hand, event.key);
      if (next !== undefined) this.#focus(next);
      else if (event.key === 'Enter' || event.key === ' ') this.#choose(hand, choose);
      else return;
      event.preventDefault();
    });
    this.#watch = new ResizeObserver(() => this.draw());
    this.#watch.observe(node);
  }

  /** What is drawn of the article. */
  get shown(): Drawn {
    return this.#shown;
  }

  /** The drawing. */
  get svg(): SVGSVGElement | null {
    return this.node.querySelector('svg');
  }

  /** Nothing is chosen any more. */
  release(): void {
    this.#chosen = undefined;
    this.#trace();
  }

  /** The map is not used any more. */
  end(): void {
    this.#watch.disconnect();
    this.#drawn?.free();
    this.#drawn = null;
  }

  /** Draws the map in the room there is now. */
  draw(): void {
    const width = this.node.clientWidth;
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    const focused = this.#focused;
    this.#drawn?.free();
    this.#drawn = drawMap(this.#shown, width, this.node);
    this.#hands = this.#drawn.hands;
    const { svg } = this.#drawn;
    svg.setAttribute('role', 'group');
    svg.setAttribute('aria-label', say('panel_map_spoken'));
    for (const silent of svg.querySelectorAll('.heads, .lines')) silent.setAttribute('aria-hidden', 'true');
    for (const spot of svg.querySelectorAll('[data-hand]')) this.#name(spot);
    this.node.replaceChildren(svg);
    this.#tabTo(focused ?? 0);
    if (focused !== undefined) this.#focus(focused);
    this.#trace();
  }

  /** Makes a hand a button with a name. */
  #name(spot: Element): void {
    const hand = this.#hands[Number(spot.getAttribute('data-hand'))];
    if (hand === undefined) return;
    spot.setAttribute('role', 'button');
    spot.setAttribute('tabindex', '-1');
    // Its title is its name for assistive technology, and what a pointer is told when it rests there.
    spot.querySelector('title')!.textContent = say(
      'panel_hand_spoken',
      hand.name,
      digits(hand.counted),
      digits(this.#claims.size),
    );
  }

  #choose(hand: number | undefined, choose: (choice: ChosenHand) => void): void {
    const mapped = hand === undefined ? undefined : this.#hands[hand];
    if (hand === undefined || mapped === undefined) return;
    this.#tabTo(hand);
    this.#chosen = hand;
    const claims = mapped.claims.flatMap((id) => this.#claims.get(id) ?? []);
    choose({ name: mapped.name, claims, back: () => this.#spot(hand)?.focus() });
    this.#trace();
  }

  /** Lights a hand's ways up; without one those of the hand that keys have led to, or that was chosen. */
  #trace(hand = this.#focused ?? this.#chosen): void {
    this.#drawn?.trace(hand);
  }

  /** The hand whose focus a reader sees; a pointer that has gone leaves nothing lit. */
  get #focused(): number | undefined {
    return document.activeElement?.matches(':focus-visible') ? this.#under(document.activeElement) : undefined;
  }

  #focus(hand: number): void {
    this.#tabTo(hand);
    this.#spot(hand)?.focus();
    this.#trace(hand);
  }

  #tabTo(hand: number): void {
    for (const other of this.node.querySelectorAll('[data-hand][tabindex="0"]')) other.setAttribute('tabindex', '-1');
    this.#spot(hand)?.setAttribute('tabindex', '0');
  }

  #spot(hand: number): SVGElement | null {
    return this.node.querySelector(`[data-hand="${hand}"]`);
  }

  #under(target: EventTarget | null): number | undefined {
    const spot = target instanceof Element && this.node.contains(target) ? target.closest('[data-hand]') : null;
    return spot ? Number(spot.getAttribute('data-hand')) : undefined;
  }
}
