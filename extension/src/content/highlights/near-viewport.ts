/**
 * Which parts of a page are in sight or will be soon: those in the window, and a screen or two around it. What is
 * drawn anywhere else costs time and nobody sees it. The browser says when a part comes near and when it is far again;
 * it is never asked for a place, so no layout is forced. A page that is printed is near as a whole.
 */

/** Around the window, and around each box that scrolls in it. Some browsers add the second to the first. */
const MARGINS = { rootMargin: '100%', scrollMargin: '800px' };

/** So few parts are near as a whole: to follow them would cost more than it saves. */
const FEW = 100;

/** What changed: the parts that came near, and those that are far now. */
export type Moved = (came: readonly Element[], left: readonly Element[]) => void;

export class NearViewport {
  readonly #observer: IntersectionObserver;
  readonly #followed = new Set<Element>();
  readonly #near = new Set<Element>();
  #moved: Moved = () => {};
  #isPrinting = false;
  /** Whether there are so few parts that none is followed. */
  #areFew = false;

  /** @param signal ends the watching. */
  constructor(signal: AbortSignal) {
    this.#observer = new IntersectionObserver((entries) => this.#look(entries), MARGINS);
    addEventListener('beforeprint', () => this.#print(true), { signal });
    addEventListener('afterprint', () => this.#print(false), { signal });
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  /** Follows these parts and no others. Which of many are near is known a frame later. */
  follow(parts: Iterable<Element>): void {
    const all = new Set(parts);
    this.#areFew = all.size <= FEW;
    const wanted = this.#areFew ? new Set<Element>() : all;
    for (const part of this.#followed) {
      if (wanted.has(part)) continue;
      this.#observer.unobserve(part);
      this.#followed.delete(part);
      this.#near.delete(part);
    }
    for (const part of wanted) {
      if (this.#followed.has(part)) continue;
      this.#followed.add(part);
      this.#observer.observe(part);
    }
  }

  /** Whether one of the parts is near. */
  has(part: Element): boolean {
    return this.#areFew || this.#isPrinting || this.#near.has(part);
  }

  /** Follows nothing any more, and calls nobody back. */
  forget(): void {
    this.#moved = () => {};
    this.follow([]);
  }

  /** Calls back whenever parts come near or are far again. */
  whenMoved(moved: Moved): void {
    this.#moved = moved;
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    const came: Element[] = [];
    const left: Element[] = [];
    for (const {
      target,
      isIntersecting,
      boundingClientRect: { width, height },
    } of entries) {
      // An element whose content takes its place in the layout is nowhere itself.
      const isNear = isIntersecting || (width === 0 && height === 0);
      if (!this.#followed.has(target) || isNear === this.#near.has(target)) continue;
      if (isNear) this.#near.add(target);
      else this.#near.delete(target);
      (isNear ? came : left).push(target);
    }
    if (!this.#isPrinting && came.length + left.length > 0) this.#moved(came, left);
  }

  #print(begins: boolean): void {
    const far = [...this.#followed].filter((part) => !this.#near.has(part));
    this.#isPrinting = begins;
    this.#moved(begins ? far : [], begins ? [] : far);
  }
}
