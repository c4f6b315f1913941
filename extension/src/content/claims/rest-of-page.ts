/**
 * What the rest of a page says of a claim's hands, which a reader cannot see where the claim stands: under which office
 * somebody was introduced, and how much of the page came the same way. Made once for all claims of a page. Pure.
 */
import type { Claim, Hop, Span } from 'hearsay';
import { isNameless, lastCounted } from '../../claims/depth.ts';
import { identity } from '../../claims/same-hand.ts';
import type { ListedClaim } from '../../messages.ts';
import type { Quote } from './quoting.ts';

/** How many claims of a page came from one source. */
export interface Share {
  claims: number;
  all: number;
  /** Whether somebody without a name, and always the same, is behind all of them. */
  isOneVoice: boolean;
}

/** A longer introduction is a life. UTF-16 code units beyond the name. */
const LONG = 80;

export class RestOfPage {
  readonly #introductions = new Map<string, Span>();
  readonly #bySource: ReadonlyMap<string, readonly ListedClaim[]>;
  readonly #all: number;

  constructor(lists: ReadonlyMap<Claim, ListedClaim>, quote: Quote) {
    this.#all = lists.size;
    this.#bySource = Map.groupBy(lists.values(), sourceOf);
    for (const { chain } of lists.keys()) for (const hop of chain) this.#introduce(hop, quote);
  }

  /** The words that introduce who has a name: `Harbour master Nora Vey`. */
  introduction({ name, type }: Hop): Span | null {
    return (isPerson(type) && name !== null && this.#introductions.get(name)) || null;
  }

  /** Null for a source with one claim alone, and for nobody. */
  share(claim: ListedClaim): Share | null {
    const group = this.#bySource.get(sourceOf(claim)) ?? [];
    if (group.length < 2 || claim.hands[0]?.type === 'unspecified') return null;
    const voices = new Set(group.map(({ hands }) => voiceOf(hands)));
    const [voice] = voices;
    return { claims: group.length, all: this.#all, isOneVoice: voices.size === 1 && voice !== null };
  }

  #introduce({ name, type, span, antecedent }: Hop, quote: Quote): void {
    if (name === null || !isPerson(type)) return;
    for (const mention of [antecedent, span]) {
      const words = quote(mention);
      const beyond = words.length - name.length;
      if (mention === null || beyond < 3 || beyond > LONG || !words.includes(name)) continue;
      const known = this.#introductions.get(name);
      if (known === undefined || quote(known).length < words.length) this.#introductions.set(name, mention);
    }
  }
}

function isPerson(type: Hop['type']): boolean {
  return type === 'named_person' || type === 'named_official';
}

/** The hand nearest to the page. */
function sourceOf({ hands: [nearest] }: ListedClaim): string {
  return nearest === undefined ? '' : identity(nearest);
}

/** Who has no name and is behind it all; else null. */
function voiceOf(hands: ListedClaim['hands']): string | null {
  const last = lastCounted(hands);
  return last === undefined || last.type === 'unspecified' || !isNameless(last) ? null : identity(last);
}
