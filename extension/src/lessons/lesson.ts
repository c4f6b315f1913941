/**
 * A lesson: an article whose lines are hidden, sentence by sentence with the questions who said it and how many hands it
 * came through; then the same article with its lines, and the answers held against them. It stands on the extension's
 * own page and in the playground; who shows it says how an article is read.
 */
import { handName } from '../claims/hand-name.ts';
import { depthWords, digits, say } from '../i18n.ts';
import type { ListedClaim } from '../messages.ts';
import { button, element } from '../ui/element.ts';
import { compare, type Answer, type Compared } from './compare.ts';
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
    const form = element('form', { class: 'questions', lang: 'en', dir: 'ltr' }, element('h3', { class: 'headline' }, headline), element('ol', { role: 'list' }, ...questions.map(({ node }) => node)));
    const reveal = element('button', { type: 'submit', class: 'button main' }, say('lesson_reveal'));
    form.append(reveal);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void show(questions.map(({ answer }) => answer()));
    });
    fill([element('p', { class: 'hint' }, say('lesson_task')), form]);
  }

  async function show(answers: readonly Answer[]): Promise<void> {
    const article = element('article', { class: 'specimen', lang: 'en', dir: 'ltr' }, element('h3', { class: 'headline' }, headline), ...sentences.map((words) => element('p', {}, words)));
    const place = element('aside', { class: 'compared', 'aria-labelledby': 'compared' });
    fill([article, place]);
    const claims = await actions.read(article, [headline, ...sentences].join('\n\n'), lines.signal);
    const compared = compare(sentences, answers, claims);
    const same = compared.filter(({ isSame }) => isSame).length;
    const heading = element('h3', { id: 'compared', tabindex: -1 }, say('lesson_score', digits(same), digits(sentences.length)));
    const next = number < LESSONS ? element('a', { class: 'button main', href: actions.link(number + 1) }, say('lesson_next')) : null;
    place.replaceChildren(
      heading,
      element('p', {}, point),
      element('ol', { role: 'list' }, ...sentences.map((sentence, place) => result(sentence, answers[place]!, compared[place]!))),
      element('p', { class: 'acts' }, next, button('button', say('lesson_again'), ask)),
    );
    heading.focus({ preventScroll: true });
  }

  function fill(content: Node[]): void {
    parent.replaceChildren(contents(number, actions), element('h2', {}, `${say('lesson_place', digits(number), digits(LESSONS))} · ${title}`), ...content);
  }
}

/** The way to each lesson. */
function contents(current: number, { link }: LessonActions): HTMLElement {
  const links = Array.from({ length: LESSONS }, (_, place) => {
    const number = place + 1;
    const { title } = lessonAt(number)!;
    return element('li', {}, element('a', { href: link(number), title, 'aria-label': `${digits(number)}: ${title}`, 'aria-current': number === current ? 'page' : undefined }, digits(number)));
  });
  return element('nav', { class: 'lessons', 'aria-label': say('lessons_title') }, element('ol', { role: 'list' }, ...links));
}

interface Question {
  node: HTMLElement;
  answer(): Answer;
}

function question(sentence: string, place: number): Question {
  const id = `sentence-${place}`;
  const { documentElement: page } = document;
  // The questions are in the reader's language, the article is not.
  const ours = { lang: page.lang, dir: page.dir };
  const options = [say('lesson_hands_none'), say('popup_bar_1'), say('popup_bar_2'), say('popup_bar_3')];
  const hands = element('select', { 'aria-describedby': id }, element('option', { value: '' }, '–'), ...options.map((words, value) => element('option', { value }, words)));
  const who = element('input', { type: 'text', maxlength: 120, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': id });
  const node = element(
    'li',
    {},
    element('p', { id, class: 'page-words' }, sentence),
    element('div', { class: 'asked', ...ours }, element('label', {}, element('span', {}, say('lesson_hands')), hands), element('label', {}, element('span', {}, say('lesson_who')), who)),
  );
  return { node, answer: () => ({ hands: hands.value === '' ? null : (Number(hands.value) as Answer['hands']), who: who.value }) };
}

function result(sentence: string, { hands, who }: Answer, { found, isSame }: Compared): HTMLElement {
  const far = hands === null ? say('lesson_unanswered') : hands === 3 ? say('popup_bar_3') : depthWords(hands);
  const yours = [far, who.trim()].filter((part) => part !== '').join(', ');
  const theirs = [depthWords(found?.depth ?? 0), ...(found?.hands ?? []).filter(({ link }) => link !== 'inherited').map(handName)].join(' ← ');
  return element(
    'li',
    { 'data-same': isSame },
    element('p', { class: 'page-words', lang: 'en', dir: 'ltr' }, sentence),
    element('dl', {}, element('dt', {}, say('lesson_you')), element('dd', {}, element('bdi', {}, yours)), element('dt', {}, say('extension_name')), element('dd', {}, element('bdi', {}, theirs))),
    hands === null ? null : element('p', { class: 'verdict' }, say(isSame ? 'lesson_is_same' : 'lesson_is_not_same')),
  );
}
