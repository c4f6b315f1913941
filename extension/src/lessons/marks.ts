/** What a reader marks in a sentence, word by word. Pure. */

/** Who says it, or what is claimed. */
export type Mark = 'who' | 'what';
/** One for each word of a sentence; null where it has none. */
export type Marks = readonly (Mark | null)[];

/** A word with the signs that stand on it, in UTF-16 code units of its sentence. */
export interface Word {
  start: number;
  end: number;
}

export function wordsOf(sentence: string): Word[] {
  return [...sentence.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** The runs of words that wear a mark, as the sentence has them, without the signs around them. */
export function marked(sentence: string, marks: Marks, mark: Mark): string[] {
  const runs: Word[] = [];
  wordsOf(sentence).forEach(({ start, end }, place) => {
    if (marks[place] !== mark) return;
    const last = runs.at(-1);
    if (last !== undefined && marks[place - 1] === mark) last.end = end;
    else runs.push({ start, end });
  });
  return runs.map(({ start, end }) => sentence.slice(start, end).replace(/^[“,.]+|[”,.]+$/g, ''));
}

/** The marks after a stroke from one word to another: it gives a mark, or takes away what there is. */
export function struck(marks: Marks, from: number, to: number, mark: Mark | null): Marks {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  return marks.map((before, place) => (place >= first && place <= last ? mark : before));
}
