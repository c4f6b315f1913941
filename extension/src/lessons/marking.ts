/**
 * A sentence whose words a reader marks: with a pointer or a finger by pressing one or drawing along several; with the
 * keyboard by the arrow keys, Space, and Shift to draw. It is one stop of the Tab key.
 */
import { say } from '../i18n.ts';
import { element } from '../ui/element.ts';
import { struck, wordsOf, type Mark, type Marks } from './marks.ts';

export interface Marking {
  node: HTMLElement;
  marks(): Marks;
}

/** @param pen what is marked now. */
export function markable(sentence: string, pen: () => Mark): Marking {
  const words = wordsOf(sentence).map(({ start, end }, place) =>
    element(
      'span',
      { role: 'option', 'aria-selected': false, tabindex: place === 0 ? 0 : -1 },
      sentence.slice(start, end),
    ),
  );
  const node = element('p', {
    class: 'page-words markable',
    role: 'listbox',
    'aria-multiselectable': true,
    'aria-orientation': 'horizontal',
    'aria-label': sentence,
  });
  words.forEach((word, place) => node.append(...(place === 0 ? [word] : [' ', word])));
  let marks: Marks = words.map(() => null);
  /** The stroke that is being drawn: where it began, what was marked before, and what it gives. */
  let stroke: { from: number; before: Marks; mark: Mark | null } | null = null;

  node.addEventListener('pointerdown', (event) => {
    const place = placeOf(event.target);
    if (place < 0 || event.button !== 0) return;
    press(place);
    focus(place);
  });
  // A finger that draws stays with the word where it came down.
  node.addEventListener('pointermove', ({ clientX, clientY }) => {
    const place = placeOf(document.elementFromPoint(clientX, clientY));
    if (place >= 0) draw(place);
  });
  // The page is scrolled instead.
  node.addEventListener('pointercancel', () => {
    if (stroke !== null) show(stroke.before);
    stroke = null;
  });
  for (const end of ['pointerup', 'pointerleave']) node.addEventListener(end, () => (stroke = null));
  node.addEventListener('keydown', (event) => {
    const from = placeOf(event.target);
    if (from < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!event.shiftKey) stroke = null;
    if (event.key === ' ' || event.key === 'Enter') {
      press(from);
      stroke = null;
    } else {
      const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: words.length - 1 }[event.key];
      if (to === undefined || words[to] === undefined) return;
      if (event.shiftKey) {
        if (stroke === null) begin(from, pen());
        draw(to);
      }
      focus(to);
    }
    event.preventDefault();
  });
  node.addEventListener('keyup', ({ key }) => {
    if (key === 'Shift') stroke = null;
  });
  return { node, marks: () => marks };

  function placeOf(target: EventTarget | null): number {
    return words.indexOf(target as HTMLElement);
  }

  /** Marks a word; one that is marked so already loses its mark. */
  function press(place: number): void {
    begin(place, marks[place] === pen() ? null : pen());
    draw(place);
  }

  function begin(from: number, mark: Mark | null): void {
    stroke = { from, before: marks, mark };
  }

  function draw(to: number): void {
    if (stroke !== null) show(struck(stroke.before, stroke.from, to, stroke.mark));
  }

  function show(now: Marks): void {
    marks = now;
    words.forEach((word, place) => {
      const mark = marks[place] ?? null;
      word.setAttribute('aria-selected', String(mark !== null));
      if (mark === null) word.removeAttribute('aria-label');
      else word.setAttribute('aria-label', `${word.textContent}, ${say(`lesson_${mark}`)}`);
      if (mark === null) delete word.dataset['mark'];
      else word.dataset['mark'] = mark;
      // The space between two words of a run is part of it.
      word.toggleAttribute('data-joined', mark !== null && marks[place + 1] === mark);
    });
  }

  function focus(place: number): void {
    words.forEach((word, other) => (word.tabIndex = other === place ? 0 : -1));
    words[place]?.focus({ preventScroll: true });
  }
}
