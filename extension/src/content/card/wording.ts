/**
 * What a card says about a claim, as words without any markup: the heading, the tags, a row for each hand, the line to
 * copy and the sentence to be read out. It counts hands and names them; it never says that anything is so or is not.
 */
import type { Claim, Hop, Host, Span } from 'hearsay';
import { endsNameless, isNameless, lastCounted } from '../../depth.ts';
import { depthWords, digits, perhapsWords, say, type Key } from '../../words.ts';
import { labelOf } from '../hand-label.ts';
import { shortened, unquoted, type Quote } from '../quoting.ts';

/** Everything a card shows of one claim. */
export interface CardText {
  depth: string;
  perhaps: string | null;
  tags: string[];
  /** The page as its publisher calls it. */
  page: string;
  hands: HandRow[];
  /** The claim in quotation marks. */
  words: string;
  /** The claim with its way, to be copied. */
  copy: string;
  spoken: string;
}

/** One hand on the thread. */
export interface HandRow {
  type: Hop['type'];
  label: Label;
  /** Where the page names this hand, when no words quoted below lead there. */
  named: Span | null;
  /** The first hand that the page gives for another claim only. */
  isFirstPerhaps: boolean;
  isPerhaps: boolean;
  isNameless: boolean;
  /** What the page says about this hand, each time in one or more phrases. */
  how: Phrase[][];
}

/** What a hand is called: by name, in the page's words, or by our word for somebody the page has no words for. */
export type Label = { kind: 'name' | 'page-words' | 'our-words'; words: string };

/** Words of the page, to be set in quotation marks, and where they stand on it; or words of ours, without a place. */
export interface Phrase {
  words: string;
  span: Span | null;
}

export function cardText(claim: Claim, number: number, of: number, { names, domain }: Required<Host>, quote: Quote): CardText {
  const hands = claim.chain.map((hop, index) => row(hop, claim.chain[index - 1], quote));
  const depth = depthWords(claim.depth);
  const perhaps = perhapsWords(claim.depth, claim.depthMax);
  const words = say('quoted', unquoted(claim.content.map(quote).join(' … ')));
  const far = perhaps === null ? depth : `${depth}, ${perhaps}`;
  return {
    depth,
    perhaps,
    tags: tags(claim, quote).map((tag) => say(tag)),
    page: names[0] ?? say('type_page'),
    hands,
    words,
    copy: `${words} (${far}): ${[domain || names[0] || say('type_page'), ...hands.map(copied)].join(' ← ')}`,
    spoken: `${say('card_spoken_place', digits(number), digits(of))} ${far}. ${hands.map(spoken).join(', ')}.`,
  };
}

function row(hop: Hop, outer: Hop | undefined, quote: Quote): HandRow {
  const isPerhaps = hop.link === 'inherited';
  const quoted = how(hop, quote);
  const isIntroduced = introduction(hop, quote).length > 0;
  const leadsNowhere = quoted.every((phrases) => phrases.every(({ span }) => span === null));
  return {
    type: hop.type,
    label: label(hop, quote),
    isFirstPerhaps: isPerhaps && outer?.link !== 'inherited',
    isPerhaps,
    isNameless: isNameless(hop),
    named: isIntroduced ? null : (hop.antecedent ?? (leadsNowhere ? hop.span : null)),
    how: quoted,
  };
}

function label(hop: Hop, quote: Quote): Label {
  const { words, named } = labelOf(hop, quote);
  if (hop.type === 'unspecified' || hop.type === 'self' || words === '') return { kind: 'our-words', words: say(`type_${hop.type}`) };
  return { kind: named ? 'name' : 'page-words', words };
}

function how(hop: Hop, quote: Quote): Phrase[][] {
  switch (hop.link) {
    case 'inherited':
      return [[ours(say('card_for_another_claim'))]];
    case 'implicit':
      return [[ours(say('card_goes_on_unnamed'))]];
    case 'unspecified':
      return [filled('card_all_the_page_says', hop.evidence ?? hop.span, quote)].filter((phrases) => phrases.length > 0);
    case 'explicit':
    case 'anaphoric':
      return [evidence(hop, quote), introduction(hop, quote)].filter((phrases) => phrases.length > 0);
  }
}

/** The page's words that name this hand, where they are more than its name. */
function evidence(hop: Hop, quote: Quote): Phrase[] {
  const words = quote(hop.evidence);
  return words === '' || sameWords(words, labelOf(hop, quote).words) ? [] : theirs(hop.evidence, quote);
}

/** Which report `the report` is: the words that introduced it, where the name above does not say so already. */
function introduction(hop: Hop, quote: Quote): Phrase[] {
  const words = quote(hop.antecedent);
  if (words === '' || sameWords(words, labelOf(hop, quote).words) || sameWords(words, quote(hop.evidence))) return [];
  return filled('card_introduced_as', hop.antecedent, quote);
}

/** A sentence of ours around words of the page. */
function filled(key: Key, span: Span | null, quote: Quote): Phrase[] {
  const words = theirs(span, quote);
  if (words.length === 0) return [];
  const gap = '\u0001';
  return say(key, gap)
    .split(new RegExp(`(${gap})`))
    .filter((part) => part.trim() !== '')
    .flatMap((part) => (part === gap ? words : [ours(part.trim())]));
}

function tags({ chain, directness, continues, factuality, cue }: Claim, quote: Quote): Key[] {
  const found: Key[] = [];
  // Where nobody is named at all, the thread says so itself.
  if (endsNameless(chain) && lastCounted(chain)?.type !== 'unspecified') found.push('card_tag_last_unnamed');
  if (directness === 'direct') found.push('card_tag_their_words');
  if (directness === 'mixed') found.push('card_tag_partly_their_words');
  if (continues !== null) found.push('card_tag_goes_on');
  if (factuality === 'hedged') found.push('card_tag_hedged');
  if (factuality === 'counterfactive') found.push(cue.some((span) => DENIAL.test(quote(span))) ? 'card_tag_denied' : 'card_tag_called_wrong');
  if (factuality === 'nonassertive') found.push('card_tag_not_stated');
  return found;
}

/** Cues by which the source itself says that it is not so. */
const DENIAL = /\b(?:den(?:y|ie[ds]|ying|ials?)|disput|refut|reject|dismiss|rebut|contradict|disavow|repudiat)/i;

/** What a hand is called, with quotation marks around what is no name. */
export function labelWords({ kind, words }: Label): string {
  return kind === 'page-words' ? say('quoted', words) : words;
}

function copied({ label, isFirstPerhaps }: HandRow): string {
  return isFirstPerhaps ? say('card_copy_perhaps', labelWords(label)) : labelWords(label);
}

function spoken({ label: { words }, isFirstPerhaps, isNameless: nameless, type }: HandRow, index: number): string {
  const from = index === 0 ? words : say(isFirstPerhaps ? 'card_spoken_perhaps_from' : 'card_spoken_from', words);
  return nameless && type !== 'unspecified' ? `${from}, ${say('card_spoken_unnamed')}` : from;
}

function sameWords(one: string, other: string): boolean {
  const plain = (words: string) => unquoted(words).toLowerCase().replace(/^(?:the|an?)\s+/, '');
  return plain(one) === plain(other);
}

function ours(words: string): Phrase {
  return { words, span: null };
}

function theirs(span: Span | null, quote: Quote): Phrase[] {
  const words = quote(span);
  return words === '' ? [] : [{ words: shortened(unquoted(words)), span }];
}
