/**
 * An article's lines where they can be seen. A browser looks at every piece that is registered for painting each time
 * the page changes anything, so a long article with all its lines would slow down a page that moves; only those near
 * the window are registered.
 */
import type { NearViewport } from './near-viewport.ts';
import type { Mark, Painter, Strength } from './painter.ts';

/** A part of the article with claims in it. */
export interface MarkedPart {
  /** The smallest element that holds all its text. */
  box: Element;
  /** What is to be drawn in it, where its text still stands as it was read. */
  marks(): readonly Mark[];
}

export class VisibleLines {
  #parts: ReadonlyMap<Element, readonly MarkedPart[]> = new Map();
  /** What is drawn, by the element it was drawn for. */
  readonly #drawn = new Map<Element, readonly Mark[]>();

  /** @param signal ends the drawing; the painter takes its own lines away. */
  constructor(
    private readonly painter: Painter,
    private readonly nearby: NearViewport,
    signal: AbortSignal,
  ) {
    nearby.whenMoved((came, left) => {
      for (const box of left) this.#takeAway(box);
      for (const box of came) this.#draw(box);
    });
    signal.addEventListener('abort', () => nearby.forget(), { once: true });
  }

  /** Draws these parts and no others. */
  show(parts: readonly MarkedPart[], strength: Strength): void {
    this.#parts = Map.groupBy(parts, ({ box }) => box);
    this.nearby.follow(this.#parts.keys());
    this.#drawn.clear();
    for (const box of this.#parts.keys()) if (this.nearby.has(box)) this.#drawn.set(box, this.#marksIn(box));
    this.painter.paint([...this.#drawn.values()].flat(), strength);
  }

  #draw(box: Element): void {
    if (this.#drawn.has(box)) return;
    const marks = this.#marksIn(box);
    this.#drawn.set(box, marks);
    this.painter.add(marks);
  }

  #takeAway(box: Element): void {
    this.painter.remove(this.#drawn.get(box) ?? []);
    this.#drawn.delete(box);
  }

  #marksIn(box: Element): readonly Mark[] {
    return (this.#parts.get(box) ?? []).flatMap((part) => part.marks());
  }
}
