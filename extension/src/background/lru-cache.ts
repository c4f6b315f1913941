/** A map with a bound on what all entries weigh: when it is full, those that were not asked for longest make room. */
export class LruCache<Key, Value> {
  readonly #entries = new Map<Key, { value: Value; weight: number }>();
  readonly #bound: number;
  #weight = 0;

  constructor(bound: number) {
    this.#bound = bound;
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Puts an entry in as the newest. One that is too heavy for the map is not kept, and moves no other. */
  set(key: Key, value: Value, weight: number): void {
    this.#drop(key);
    if (weight > this.#bound) return;
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#bound) break;
      this.#drop(oldest);
    }
  }

  #drop(key: Key): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}
