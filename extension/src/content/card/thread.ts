/**
 * The thread of hands on a card, from this page outwards: a list in order, a ring for each hand, its name beside it and
 * below the name what the page says. Everything a page says becomes text, never markup.
 */
import { element } from '../../look/element.ts';
import { sourceIcon } from '../../look/source-icon.ts';
import { digits, say } from '../../words.ts';
import type { HandRow, Label, Phrase } from './wording.ts';

/** The rows of the list. */
export function threadOf(page: string, hands: readonly HandRow[]): HTMLElement[] {
  return [pageRow(page), ...hands.map(handRow)];
}

function pageRow(page: string): HTMLElement {
  const publisher = page === '' ? null : element('bdi', { class: 'publisher' }, page);
  return element('li', { class: 'page' }, ring(''), element('p', { class: 'who' }, say('card_this_page'), ' ', publisher));
}

function handRow(hand: HandRow, index: number): HTMLElement {
  const { label, isFirstPerhaps, isPerhaps, isNameless, type, how } = hand;
  const perhaps = isFirstPerhaps ? element('em', {}, say('card_perhaps')) : null;
  const kinds = [isPerhaps && 'perhaps', isNameless && 'nameless', label.kind !== 'name' && 'described'];
  const sort = element('span', { class: 'type' });
  sort.append(sourceIcon(type, 14));
  if (label.kind !== 'our-words') sort.append(` ${say(`type_${type}`)}`);
  const parts = how.map(sentence);
  return element(
    'li',
    { class: kinds.filter(Boolean).join(' ') },
    ring(digits(index + 1)),
    element('p', { class: 'who' }, perhaps, perhaps && ' ', element('bdi', {}, labelWords(label))),
    element('p', { class: 'how' }, sort, ...parts.flatMap((part, at) => [at > 0 || label.kind !== 'our-words' ? ' · ' : ' ', ...part])),
  );
}

/** The list counts by itself for those who hear it. */
function ring(number: string): HTMLElement {
  return element('span', { class: 'number', 'aria-hidden': 'true' }, number);
}

function labelWords({ kind, words }: Label): string {
  return kind === 'page-words' ? say('quoted', words) : words;
}

function sentence(phrases: readonly Phrase[]): (Node | string)[] {
  return phrases.flatMap(({ words, isPages }, index) => [
    index > 0 ? ' ' : '',
    isPages ? element('bdi', { class: 'page-words' }, say('quoted', words)) : words,
  ]);
}
