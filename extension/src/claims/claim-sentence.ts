/**
 * Who said a claim, as somebody would tell a friend, in the reader's language: `E! News, from an unnamed insider.` ·
 * `Reuters, citing two officials it does not name.` · `Nobody is named: only “reportedly”.` In go the hands of a chain and
 * what the page calls itself; out comes one sentence, or two where some hands are perhaps. Pure.
 */
import { language, say } from '../i18n.ts';
import type { ListedHand } from '../messages.ts';
import { isNameless } from './depth.ts';

/** Types that are no person, so that `it` can stand for them. */
const BODIES = new Set<ListedHand['type']>([
  'news_outlet',
  'outlet_collective',
  'institution',
  'document',
  'social_post',
  'self',
]);
/** What a description begins with that is no part of what it describes; a capital there is that of its sentence. */
const OPENING =
  /^(?:an?|the|this|that|these|those|his|her|its|their|our|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|both|all|few|other|another)(?=\s)/i;
/** Words for people that open a description without being anybody's name: `People familiar with the talks`. */
const PEOPLE =
  /^(?:people|sources|insiders|officials|aides|advisers|diplomats|friends|witnesses|senior|top|former|current|local)\b/i;
/** Words that have `unnamed` behind them: `a senior aide`, `two officials`. */
const COUNTING =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|both|all|few|other|another|\d+)\s+(?!of\b)/i;
/** A description that says so itself. */
const SAYS_SO = /\b(?:unnamed|anonymous|unidentified|undisclosed|not named)\b/i;
/** The longest description that a clause can follow, in words. */
const SHORT = 3;

/**
 * @param page what the page calls itself; empty where that is not known.
 * @param isDenied whether the source says that it is not so.
 */
export function sentenceOf(hands: readonly ListedHand[], page: string, isDenied = false): string {
  const counted = hands.filter(({ link }) => link !== 'inherited');
  const perhaps = hands.filter(({ link }) => link === 'inherited');
  const sentence = ended(capital(certain(counted, page || say('type_page'), isDenied), counted[0]));
  return perhaps.length === 0 ? sentence : `${sentence} ${ended(say('sentence_perhaps', told(perhaps, null)))}`;
}

/** An abbreviation at the end brings its own stop. */
function ended(words: string): string {
  return say('sentence', words.replace(/\.$/, ''));
}

function certain(hands: readonly ListedHand[], page: string, isDenied: boolean): string {
  const [first, ...others] = hands;
  if (first === undefined) return say('depth_own');
  if (others.length > 0) return told(hands, null);
  if (first.type === 'unspecified')
    return first.label === '' ? say('sentence_nobody') : say('sentence_nobody_but', say('quoted', first.label));
  // It is the page that keeps the name.
  if (isNameless(first)) return cited(page, first, true);
  return say(isDenied ? 'sentence_denied_by' : 'sentence_according_to', plain(first));
}

/** Every hand with the one behind it: `the Post, citing Nawras Net, citing well-informed sources`. */
function told([first, ...others]: readonly ListedHand[], before: ListedHand | null): string {
  if (first === undefined) return '';
  const who = isNameless(first) ? unnamed(first, before !== null && BODIES.has(before.type)) : plain(first);
  const [next, ...rest] = others;
  if (next === undefined) return who;
  return rest.length === 0 && isNameless(next)
    ? cited(who, next, BODIES.has(first.type))
    : say('sentence_citing', who, told(others, first));
}

/** `E! News, from an unnamed insider`; `Reuters, citing two officials it does not name`. */
function cited(who: string, last: ListedHand, isBody: boolean): string {
  return say(last.type === 'anonymous_individual' ? 'sentence_from' : 'sentence_citing', who, unnamed(last, isBody));
}

/** A hand with a name, or one that speaks on record, or for a class of people. */
function plain(hand: ListedHand): string {
  if (hand.named) return hand.label;
  if (hand.label === '' || hand.type === 'self') return say(`type_${hand.type}`);
  // `Report` over a headline is no phrase that could run on.
  const isBare = hand.type === 'document' && !/\s/.test(hand.label);
  return inEnglish() && !isBare ? running(hand.label) : say('quoted', hand.label);
}

/** A hand whose name is kept. */
function unnamed({ label, type }: ListedHand, byBody: boolean): string {
  if (type === 'unspecified' || label === '')
    return label === '' ? say('sentence_somebody') : say('sentence_somebody_but', say('quoted', label));
  if (!inEnglish()) return say('sentence_unnamed', say('quoted', label));
  const words = running(label);
  if (SAYS_SO.test(words)) return words;
  const [counting = ''] = COUNTING.exec(words) ?? [];
  const isOne = type === 'anonymous_individual';
  if (!isOne && byBody && words.split(' ').length <= SHORT) return `${words} it does not name`;
  if (counting !== '') return `${counting.replace(/^a /, 'an ')}unnamed ${words.slice(counting.length)}`;
  return isOne || OPENING.test(words) ? say('sentence_unnamed', words) : `unnamed ${words}`;
}

/** The page is English, and in an English sentence its words run on. */
function inEnglish(): boolean {
  return language() === 'en';
}

/** A description as it stands inside a sentence. */
function running(words: string): string {
  const begins = OPENING.test(words) || PEOPLE.test(words) || /^\p{Lu}\p{Ll}+$/u.test(words);
  return begins ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** A sentence begins with a capital, but a name is written as it is. */
function capital(words: string, first: ListedHand | undefined): string {
  const isName = first?.named === true && words.startsWith(first.label);
  return isName ? words : words.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language()));
}
