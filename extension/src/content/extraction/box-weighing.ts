/**
 * Weighs what a site calls its boxes against the running text in them: a name is evidence, text is proof. In go the
 * passages of a page; out comes whether a box is apart from its article. Asks for no style and no layout.
 *
 * Passages that stand together are a run. The heaviest run, each name around it weighed against it, is the core of the
 * article, and nothing that the core stands in is apart. Any other name is judged as a whole, by all the boxes that bear
 * it: furniture that holds as much running text as half of an article is no furniture, and what is said to be of others
 * is theirs unless hardly anything else is on the page.
 */
import { surroundings, type Passage } from '../detection/running-text.ts';
import { parentOf, withAncestors } from '../dom/tree.ts';
import { evidenceAgainst, type Evidence, type Said } from './box-names.ts';

/** What a run of text counts for in a box that is called so. */
const DOUBT: Record<Said, number> = { furniture: 0.5, 'of others': 0.2 };
/** The share of running text with which a name is proved wrong. */
const PROOF: Record<Said, number> = { furniture: 0.3, 'of others': 0.8 };

/** Answers whether a box is apart by its name or heading. */
export type IsApart = (box: Element) => boolean;

export function weighed(passages: readonly Passage[]): IsApart {
  const against = remembering(evidenceAgainst);
  const runs = [...Map.groupBy(passages, ({ element }) => surroundings(element)).values()];
  const core = new Set(withAncestors(coreOf(runs, namesAround(against))));
  const around = namesAround((box) => (core.has(box) ? null : against(box)));
  const isProved = remembering((name: string) => {
    const inside: number[] = [];
    const outside: number[] = [];
    let says: Said = 'furniture';
    for (const run of runs) {
      let [named, other] = [0, 0];
      for (const { element, length } of run) {
        const evidence = around(element).find((evidence) => evidence.name === name);
        if (evidence === undefined) other += length;
        else {
          named += length;
          says = evidence.says;
        }
      }
      inside.push(named);
      outside.push(other);
    }
    return shareOf(inside, outside, says) >= PROOF[says];
  });
  return (box) => {
    const evidence = core.has(box) ? null : against(box);
    return evidence !== null && !isProved(evidence.name);
  };
}

/** Where the heaviest run stands. Null when there is none. */
function coreOf(runs: readonly Passage[][], around: (element: Element) => readonly Evidence[]): Element | null {
  let [core, most]: [Element | null, number] = [null, 0];
  for (const run of runs) {
    const weight = run.reduce(
      (sum, { element, length }) => sum + around(element).reduce((rest, { says }) => rest * DOUBT[says], length),
      0,
    );
    if (weight > most) [core, most] = [surroundings(run[0]!.element), weight];
  }
  return core;
}

/**
 * The share of what is called by a name. Comments come in many small runs, an article in few long ones, so the usual run
 * inside is compared with the longest outside. Furniture holds nothing at all, so there any large part of the text is proof.
 */
function shareOf(inside: readonly number[], outside: readonly number[], says: Said): number {
  const sum = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);
  const all = sum(inside);
  if (all === 0) return 0;
  const usual = sum(inside.map((length) => length * length)) / all;
  const ofRuns = usual / (usual + Math.max(...outside));
  return says === 'furniture' ? Math.max(ofRuns, all / (all + sum(outside))) : ofRuns;
}

/** The evidence of all that an element stands in. */
function namesAround(against: (box: Element) => Evidence | null): (element: Element) => readonly Evidence[] {
  const around = remembering((element: Element): readonly Evidence[] => {
    const parent = parentOf(element);
    const outer = parent === null ? [] : around(parent);
    const own = against(element);
    return own === null ? outer : [...outer, own];
  });
  return around;
}

function remembering<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key)!;
  };
}
