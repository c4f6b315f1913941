/**
 * What a reader said of each sentence held against what was found: how many hands, and whether one of them is whom the
 * reader named. Pure.
 */
import type { ListedClaim } from '../messages.ts';

/** What a reader said of a sentence. */
export interface Answer {
  /** 0: the page says it itself; 3 stands for three and more. Null where nothing was chosen. */
  hands: 0 | 1 | 2 | 3 | null;
  /** Whom the reader named; may be empty. */
  who: string;
}

export interface Compared {
  /** The claim that was found in the sentence. Null: the page says it itself. */
  found: ListedClaim | null;
  /** Whether the number of hands is the same, and whoever was named is one of them. */
  isSame: boolean;
}

export function compare(sentences: readonly string[], answers: readonly Answer[], claims: readonly ListedClaim[]): Compared[] {
  return sentences.map((sentence, place) => {
    const found = claims.find(({ words }) => words.split(' … ').every((piece) => sentence.includes(piece))) ?? null;
    const { hands, who } = answers[place] ?? { hands: null, who: '' };
    return { found, isSame: hands === Math.min(found?.depth ?? 0, 3) && (who.trim() === '' || isNamed(who, found)) };
  });
}

/** Whether a hand goes by these words, or by words among them: `Tangen`, `the Herald`. */
function isNamed(who: string, claim: ListedClaim | null): boolean {
  const asked = plain(who);
  return (claim?.hands ?? []).some(({ label }) => plain(label).includes(asked) || asked.includes(plain(label)));
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[“”"’']/g, '').replace(/^\s*(?:the|an?)\s+/, '').replace(/\s+/g, ' ').trim();
}
