/**
 * The thread of hands on a card, from this page outwards: a list in order, a ring for each hand, its name beside it and
 * below the name what the page says, which can be pressed to be shown on the page. Everything a page says becomes text,
 * never markup.
 */
import type { Span } from 'hearsay';
import { digits, say } from '../../i18n.ts';
import { element } from '../../ui/element.ts';
import { openReport } from '../../ui/report-link.ts';
import { sourceIcon } from '../../ui/source-icon.ts';
import { labelWords, type HandRow, type Phrase } from './card-text.ts';

/** Shows where some words stand on the page. */
type ShowWords = (words: Span) => void;

/** Does what a press on the way to a hand's report is to do. */
type Follow = (event: MouseEvent, hand: number) => void;

/** The rows of the list. */
export function threadOf(page: string, hands: readonly HandRow[], showWords: ShowWords, follow: Follow): HTMLElement[] {
  return [pageRow(page), ...hands.map((hand, index) => handRow(hand, index, showWords, follow))];
}

function pageRow(page: string): HTMLElement {
  const publisher = page === '' ? null : element('bdi', { class: 'publisher' }, page);
  return element(
    'li',
    { class: 'page' },
    ring(''),
    element('p', { class: 'who' }, say('card_this_page'), ' ', publisher),
  );
}

function handRow(hand: HandRow, index: number, showWords: ShowWords, follow: Follow): HTMLElement {
  const { label, named, isFirstPerhaps, isPerhaps, isNameless, type, how, link } = hand;
  const name = labelWords(label);
  const perhaps = isFirstPerhaps ? element('em', {}, say('card_perhaps')) : null;
  const kinds = [isPerhaps && 'perhaps', isNameless && 'nameless', label.kind !== 'name' && 'described'];
  const sort = element('span', { class: 'type' });
  sort.append(sourceIcon(type, 14));
  if (label.kind !== 'our-words') sort.append(` ${say(`type_${type}`)}`);
  const parts = how.map((phrases) => sentence(phrases, showWords));
  return element(
    'li',
    { class: kinds.filter(Boolean).join(' ') },
    ring(digits(index + 1)),
    element(
      'p',
      { class: 'who' },
      perhaps,
      perhaps && ' ',
      named === null ? element('bdi', {}, name) : onPage(name, '', () => showWords(named)),
    ),
    element(
      'p',
      { class: 'how' },
      sort,
      ...parts.flatMap((part, at) => [at > 0 || label.kind !== 'our-words' ? ' · ' : ' ', ...part]),
    ),
    link &&
      element(
        'p',
        { class: 'how' },
        openReport(link, (event) => follow(event, index)),
      ),
  );
}

/** The list counts by itself for those who hear it. */
function ring(number: string): HTMLElement {
  return element('span', { class: 'number', 'aria-hidden': 'true' }, number);
}

function sentence(phrases: readonly Phrase[], showWords: ShowWords): (Node | string)[] {
  return phrases.flatMap(({ words, span }, index) => [
    index > 0 ? ' ' : '',
    span === null ? words : onPage(say('quoted', words), 'page-words', () => showWords(span)),
  ]);
}

/** Words that lead to where the page has them: a button that runs on with the line, which a real one would not do. */
function onPage(words: string, className: string, press: () => void): HTMLElement {
  const made = element(
    'bdi',
    { class: `on-page ${className}`, role: 'button', tabindex: 0, title: say('card_show_words') },
    words,
  );
  made.onclick = press;
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    press();
  });
  return made;
}
