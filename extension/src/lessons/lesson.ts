/**
 * A lesson: an article whose lines are hidden, in which a reader marks who says what, and how many hands each sentence
 * came through; then the same article with its lines, and the answers held against them. It stands on the extension's
 * own page and in the playground; who shows it says how an article is read.
 */
import { handName } from '../claims/hand-name.ts';
import { depthWords, digits, say, type Key } from '../i18n.ts';
import type { ListedClaim } from '../messages.ts';
import { button, element } from '../ui/element.ts';
import { compare, handsOf, type Answer, type Compared, type Part } from './compare.ts';
import { markable } from './marking.ts';
import { marked } from './marks.ts';
import { lessonAt, LESSONS } from './texts.ts';

export interface LessonActions {
  /** Reads an article of the page, draws its lines, and gives its claims. The signal takes the lines away. */
  read(article: HTMLElement, plain: string, signal: AbortSignal): Promise<ListedClaim[]>;
  /** The address of a lesson. */
  link(number: number): string;
}

/** Fills an element of the page with a lesson; one that there is not is the first. The signal ends it. */
export function showLesson(parent: HTMLElement, wanted: number, actions: LessonActions, signal: AbortSignal): void {
  const number = lessonAt(wanted) === null ? 1 : wanted;
  const { title, point, headline, sentences } = lessonAt(number)!;
  let lines = new AbortController();
  signal.addEventListener('abort', () => lines.abort(), { once: true });
  ask();

  function ask(): void {
    lines.abort();
    lines = new AbortController();
    const questions = sentences.map(question);
    const form = element(
      'form',
      { class: 'questions', lang: 'en', dir: 'ltr' },
      element('h3', { class: 'headline' }, headline),
      element('ol', { role: 'list' }, ...questions.map(({ node }) => node)),
    );
    const reveal = element('button', { type: 'submit', class: 'button main' }, say('lesson_reveal'));
    form.append(reveal);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void show(questions.map(({ answer }) => answer()));
    });
    fill([
      element('p', { class: 'hint' }, say('lesson_task')),
      element('p', { class: 'hint' }, say('lesson_how')),
      form,
    ]);
  }

  async function show(answers: readonly Answer[]): Promise<void> {
    const article = element(
      'article',
      { class: 'specimen', lang: 'en', dir: 'ltr' },
      element('h3', { class: 'headline' }, headline),
      ...sentences.map((words) => element('p', {}, words)),
    );
    const place = element('aside', { class: 'compared', 'aria-labelledby': 'compared' });
    fill([article, place]);
    const claims = await actions.read(article, [headline, ...sentences].join('\n\n'), lines.signal);
    const compared = compare(sentences, answers, claims);
    const same = compared.filter(({ different }) => different.length === 0).length;
    const heading = element(
      'h3',
      { id: 'compared', tabindex: -1 },
      say('lesson_score', digits(same), digits(sentences.length)),
    );
    const next =
      number < LESSONS
        ? element('a', { class: 'button main', href: actions.link(number + 1) }, say('lesson_next'))
        : null;
    place.replaceChildren(
      heading,
      element('p', {}, point),
      element(
        'ol',
        { role: 'list' },
        ...sentences.map((sentence, place) => result(sentence, answers[place]!, compared[place]!)),
      ),
      element('p', { class: 'acts' }, next, button('button', say('lesson_again'), ask)),
    );
    heading.focus({ preventScroll: true });
  }

  function fill(content: Node[]): void {
    parent.replaceChildren(
      contents(number, actions),
      element('h2', {}, `${say('lesson_place', digits(number), digits(LESSONS))} · ${title}`),
      ...content,
    );
  }
}

/** The way to each lesson. */
function contents(current: number, { link }: LessonActions): HTMLElement {
  const links = Array.from({ length: LESSONS }, (_, place) => {
    const number = place + 1;
    const { title } = lessonAt(number)!;
    return element(
      'li',
      {},
      element(
        'a',
        {
          href: link(number),
          title,
          'aria-label': `${digits(number)}: ${title}`,
          'aria-current': number === current ? 'page' : undefined,
        },
        digits(number),
      ),
    );
  });
  return element(
    'nav',
    { class: 'lessons', 'aria-label': say('lessons_title') },
    element('ol', { role: 'list' }, ...links),
  );
}

interface Question {
  node: HTMLElement;
  answer(): Answer;
}

/** How many hands, in the order of what is asked. */
const HANDS = ['lesson_hands_none', 'popup_bar_1', 'popup_bar_2', 'popup_bar_3'] as const;
const MARKS = ['who', 'what'] as const;

function question(sentence: string, place: number): Question {
  const { documentElement: page } = document;
  // The questions are in the reader's language, the article is not.
  const ours = { lang: page.lang, dir: page.dir };
  const pens = segments(
    `pen-${place}`,
    say('lesson_mark'),
    MARKS.map((mark) => say(`lesson_${mark}`)),
  );
  const hands = segments(
    `hands-${place}`,
    say('lesson_hands'),
    HANDS.map((words) => say(words)),
  );
  MARKS.forEach((mark, which) =>
    pens.radios[which]!.parentElement!.append(element('span', { class: 'pen', 'data-mark': mark })),
  );
  pens.radios[0]!.checked = true;
  const { node, marks } = markable(sentence, () => MARKS[pens.chosen()] ?? 'who');
  return {
    node: element('li', {}, node, element('div', { class: 'asked', ...ours }, pens.node, hands.node)),
    answer: () => {
      const chosen = hands.chosen();
      return { hands: chosen < 0 ? null : (chosen as Answer['hands']), marks: marks() };
    },
  };
}

/** Choices side by side, with what is chosen by them. */
function segments(name: string, words: string, choices: readonly string[]) {
  const radios = choices.map((_, value) => element('input', { type: 'radio', name, value }));
  const row = element(
    'div',
    { class: 'segments', role: 'radiogroup', 'aria-label': words },
    ...radios.map((radio, place) => element('label', {}, radio, choices[place]!)),
  );
  return {
    node: element('div', {}, element('span', { 'aria-hidden': 'true' }, words), row),
    radios,
    chosen: () => radios.findIndex(({ checked }) => checked),
  };
}

function result(sentence: string, { hands, marks }: Answer, { found, different }: Compared): HTMLElement {
  const far = hands === null ? say('lesson_unanswered') : hands === 3 ? say('popup_bar_3') : depthWords(hands);
  const yours = [
    far,
    marked(sentence, marks, 'who').join(', '),
    ...marked(sentence, marks, 'what').map((words) => say('quoted', words)),
  ];
  const theirs = [
    depthWords(found?.depth ?? 0),
    handsOf(found).map(handName).join(' ← '),
    found === null ? '' : say('quoted', found.words),
  ];
  const isAnswered = hands !== null || marks.some((mark) => mark !== null);
  const names: Record<Part, Key> = { who: 'lesson_who', what: 'lesson_what', hands: 'lesson_hands' };
  const verdict =
    different.length === 0
      ? say('lesson_is_same')
      : say('lesson_is_not_same', different.map((part) => say(names[part])).join(', '));
  return element(
    'li',
    { 'data-same': String(different.length === 0) },
    element('p', { class: 'page-words', lang: 'en', dir: 'ltr' }, sentence),
    element(
      'dl',
      {},
      element('dt', {}, say('lesson_you')),
      said(yours),
      element('dt', {}, say('extension_name')),
      said(theirs),
    ),
    isAnswered ? element('p', { class: 'verdict' }, verdict) : null,
  );
}

function said(parts: readonly string[]): HTMLElement {
  return element('dd', {}, element('bdi', {}, parts.filter((part) => part !== '').join(' · ')));
}
