/**
 * What a reader said of each sentence held against what was found: who says it, what is claimed, and how many hands it
 * came through. Pure.
 */
import type { ListedClaim, ListedHand } from '../messages.ts';
import { marked, wordsOf, type Marks } from './marks.ts';

/** What a reader said of a sentence. */
export interface Answer {
  /** 0: the page says it itself; 3 stands for three and more. Null where nothing was chosen. */
  hands: 0 | 1 | 2 | 3 | null;
  marks: Marks;
}

/** What can be said of a sentence. */
export type Part = 'who' | 'what' | 'hands';

export interface Compared {
  /** The claim that was found in the sentence. Null: the page says it itself. */
  found: ListedClaim | null;
  /** What differs; empty where reader and engine agree. */
  different: Part[];
}

/** The hands that a claim itself gives: others are those of another claim. */
export function handsOf(claim: ListedClaim | null): ListedHand[] {
  return (claim?.hands ?? []).filter(({ link }) => link !== 'inherited');
}

export function compare(
  sentences: readonly string[],
  answers: readonly Answer[],
  claims: readonly ListedClaim[],
): Compared[] {
  return sentences.map((sentence, place) => {
    const found = claims.find(({ words }) => words.split(' … ').every((piece) => sentence.includes(piece))) ?? null;
    const { hands, marks } = answers[place] ?? { hands: null, marks: [] };
    const isSame: Record<Part, boolean> = {
      who: areNamed(marked(sentence, marks, 'who'), handsOf(found), sentence),
      what: areClaimed(marks, found, sentence),
      hands: hands === Math.min(found?.depth ?? 0, 3),
    };
    return { found, different: (['who', 'what', 'hands'] as const).filter((part) => !isSame[part]) };
  });
}

/**
 * Whether each hand was marked, and nobody else. A hand goes by its name or by words of it: `Tangen`, `the Herald`. One
 * that the sentence does not name stands in it as `she` or `the report`.
 */
function areNamed(runs: readonly string[], hands: readonly ListedHand[], sentence: string): boolean {
  const isNamed = (run: string, { label }: ListedHand) =>
    plain(label).includes(plain(run)) || plain(run).includes(plain(label));
  const isElsewhere = (hand: ListedHand) =>
    !plain(sentence).includes(plain(hand.label)) && !runs.some((run) => isNamed(run, hand));
  const others = runs.filter((run) => !hands.some((hand) => isNamed(run, hand)));
  const unnamed = hands.filter((hand) => !runs.some((run) => isNamed(run, hand)));
  return unnamed.every(isElsewhere) && others.length === unnamed.length;
}

/** Whether most of the words that were marked are claimed, and most that are claimed were marked. */
function areClaimed(marks: Marks, claim: ListedClaim | null, sentence: string): boolean {
  const pieces = (claim?.words.split(' … ') ?? []).map((piece) => ({
    start: sentence.indexOf(piece),
    end: sentence.indexOf(piece) + piece.length,
  }));
  const words = wordsOf(sentence).map((word, place) => ({
    isMarked: marks[place] === 'what',
    isClaimed: pieces.some(({ start, end }) => word.start < end && start < word.end),
  }));
  const either = words.filter(({ isMarked, isClaimed }) => isMarked || isClaimed);
  const both = either.filter(({ isMarked, isClaimed }) => isMarked && isClaimed);
  return 2 * both.length >= either.length;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[“”"’']/g, '')
    .replace(/^\s*(?:the|an?)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
