/**
 * A few lines of an article, marked by the same painter and the same style sheet that mark a page. They stay English,
 * as the articles are.
 */
import { Painter, type Mark } from '../../content/highlights/painter.ts';
import { say } from '../../i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { element } from '../../ui/element.ts';

/** Runs of words, each with the line it wears; the second claim is the one whose card would be open. */
const RUNS: readonly [words: string, line?: Mark['line'], nameless?: true][] = [
  ['The gates will open in May', 1],
  [', the harbour office said. '],
  ['Two tugs have been hired', 2],
  [', the Courier reported, citing the guild. '],
  ['A third is on its way', 3, true],
  [', it quoted a radio station as hearing from people it did not name.'],
];
const OPEN: Mark['line'] = 2;

export function specimen(): { node: HTMLElement; show(settings: Settings): void } {
  const painter = new Painter(new AbortController().signal);
  const node = element('p', { class: 'specimen', lang: 'en', dir: 'ltr' });
  const marks = RUNS.flatMap(([words, line, nameless = false]): Mark[] => {
    const text = document.createTextNode(words);
    node.append(text);
    if (line === undefined) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    return [{ range, line, nameless }];
  });
  const figure = element('figure', { 'aria-label': say('options_specimen') }, node);
  return {
    node: figure,
    show({ lines, strength, tint }) {
      painter.paint(lines === 'all' ? marks : marks.filter(({ line, nameless }) => line > 1 || nameless), strength);
      painter.activate(tint ? marks.filter(({ line }) => line === OPEN).map(({ range }) => range) : []);
    },
  };
}
