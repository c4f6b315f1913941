/** `chrome.storage` in memory, each area of which can be told to refuse. */
export class Area {
  entries: Record<string, unknown> = {};
  refuses = false;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async get() {
    this.#check();
    return { ...this.entries };
  }

  async set(entries: Record<string, unknown>) {
    this.#check();
    Object.assign(this.entries, entries);
    this.#changed();
  }

  async remove(keys: string[]) {
    this.#check();
    for (const key of keys) delete this.entries[key];
    this.#changed();
  }

  #check() {
    if (this.refuses) throw new Error('refused');
  }
}

/** Puts a fresh `chrome.storage` in place, and hands it out. */
export function freshStorage(): { sync: Area; local: Area } {
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  const areas = { sync: new Area(changed), local: new Area(changed) };
  const onChanged = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  Object.assign(globalThis, { chrome: { storage: { ...areas, onChanged } } });
  return areas;
}
