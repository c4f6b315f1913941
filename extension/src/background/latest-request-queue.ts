/**
 * Whose turn it is. Each frame has one piece of work under way and one that waits; a newer one takes the place of
 * the one that waits, whose answer nobody needs any more: a page that asks without end is answered as fast as it can
 * be, and nothing piles up.
 */

export class LatestRequestQueue<Key, Answer> {
  readonly #running = new Set<Key>();
  readonly #waiting = new Map<Key, { work: () => Promise<Answer>; settle: (answer: Promise<Answer> | null) => void }>();

  /** Does some work when its turn comes. Null when newer work for the same frame took its place. */
  take(key: Key, work: () => Promise<Answer>): Promise<Answer | null> {
    if (!this.#running.has(key)) return this.#run(key, work);
    return new Promise((settle) => {
      this.#waiting.get(key)?.settle(null);
      this.#waiting.set(key, { work, settle });
    });
  }

  async #run(key: Key, work: () => Promise<Answer>): Promise<Answer> {
    this.#running.add(key);
    try {
      return await work();
    } finally {
      this.#running.delete(key);
      const next = this.#waiting.get(key);
      this.#waiting.delete(key);
      next?.settle(this.#run(key, next.work));
    }
  }
}
