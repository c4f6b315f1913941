/**
 * What a card says about a claim, as words without any markup: the sentence it begins with, the tags, a row for each hand,
 * the line to copy and what is read out. It counts hands and names them; it never says that anything is so or is not.
 */
import type { Claim, Hop, Host, Span } from 'hearsay';
import { sentenceOf } from '../../claims/claim-sentence.ts';
import { isNameless } from '../../claims/depth.ts';
import { count, depthWords, digits, perhapsWords, say, type Key } from '../../i18n.ts';
import type { ListedHand } from '../../messages.ts';
import { labelOf } from '../claims/hand-label.ts';
import { shortened, unquoted, type Quote } from '../claims/quoting.ts';
import type { ReportLink } from '../claims/report-links.ts';
import type { Share } from '../claims/rest-of-page.ts';

/** What has to be known of a claim. */
export interface ClaimContext {
  claim: Claim;
  host: Required<Host>;
  quote: Quote;
  /** Which of how many, from 1. */
  number: number;
  of: number;
  /** The hands of its chain as lists show them. */
  hands: readonly ListedHand[];
  /** For each hand where its report can be opened, and the words that introduce it elsewhere on the page. */
  links: readonly (ReportLink | null)[];
  introductions: readonly (Span | null)[];
  /** How much of the page came from the same source; null where that is not worth saying. */
  share: Share | null;
  /** Whether the page names its only source right beside it. */
  isBesideSource: boolean;
}

/** Everything a card shows of one claim. */
export interface CardText {
  /** Who said it. */
  sentence: string;
  depth: string;
  perhaps: string | null;
  tags: string[];
  /** How much of the page came the same way. */
  share: string | null;
  /** Whether there is little that a reader does not see on the page. */
  isSmall: boolean;
  /** The page as its publisher calls it; empty where it does not say. */
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
  link: ReportLink | null;
}

/** What a hand is called: by name, in the page's words, or by our word for somebody the page has no words for. */
export type Label = { kind: 'name' | 'page-words' | 'our-words'; words: string };

/** Words of the page, to be set in quotation marks, and where they stand on it; or words of ours, without a place. */
export interface Phrase {
  words: string;
  span: Span | null;
}

export function cardText(known: ClaimContext): CardText {
  const { claim, host, quote, number, of, share } = known;
  const page = host.names[0] ?? '';
  const hands = claim.chain.map((hop, index) => row(hop, index, known));
  const depth = depthWords(claim.depth);
  const perhaps = perhapsWords(claim.depth, claim.depthMax);
  const words = say('quoted', unquoted(claim.content.map(quote).join(' … ')));
  const far = perhaps === null ? depth : `${depth}, ${perhaps}`;
  const tagged = tags(claim, quote);
  const sentence = sentenceOf(known.hands, page, tagged.includes('card_tag_denied'));
  return {
    sentence,
    depth,
    perhaps,
    tags: tagged.map((tag) => say(tag)),
    share: share && count(share.isOneVoice ? 'card_share_voice' : 'card_share', share.claims, digits(share.all)),
    isSmall: known.isBesideSource,
    page,
    hands,
    words,
    copy: `${words} (${far}): ${[host.domain || page || say('type_page'), ...hands.map(copied)].join(' ← ')}`,
    spoken: `${say('card_spoken_place', digits(number), digits(of))} ${sentence} ${far}.`,
  };
}

function row(
  hop: Hop,
  index: number,
  { claim: { chain }, quote, introductions, links, isBesideSource }: ClaimContext,
): HandRow {
  const isPerhaps = hop.link === 'inherited';
  const introduced = introduction(hop, introductions[index] ?? null, quote);
  const said = isBesideSource ? [] : how(hop, quote);
  const quoted = [...said, introduced, whyUnnamed(hop, quote)].filter((phrases) => phrases.length > 0);
  const leadsNowhere = [...said, introduced].every((phrases) => phrases.every(({ span }) => span === null));
  return {
    type: hop.type,
    label: label(hop, quote),
    isFirstPerhaps: isPerhaps && chain[index - 1]?.link !== 'inherited',
    isPerhaps,
    isNameless: isNameless(hop),
    named: introduced.length > 0 ? null : (hop.antecedent ?? (leadsNowhere ? hop.span : null)),
    how: quoted,
    link: links[index] ?? null,
  };
}

function label(hop: Hop, quote: Quote): Label {
  const { words, named } = labelOf(hop, quote);
  if (hop.type === 'unspecified' || hop.type === 'self' || words === '')
    return { kind: 'our-words', words: say(`type_${hop.type}`) };
  return { kind: named ? 'name' : 'page-words', words };
}

function how(hop: Hop, quote: Quote): Phrase[][] {
  switch (hop.link) {
    case 'inherited':
      return [[ours(say('card_for_another_claim'))]];
    case 'implicit':
      return [[ours(say('card_goes_on_unnamed'))]];
    case 'unspecified':
      return [filled('card_all_the_page_says', hop.evidence ?? hop.span, quote)];
    case 'explicit':
    case 'anaphoric':
      return [evidence(hop, quote)];
  }
}

/** The page's words that name this hand, where they are more than its name. */
function evidence(hop: Hop, quote: Quote): Phrase[] {
  const words = quote(hop.evidence);
  return words === '' || sameWords(words, labelOf(hop, quote).words) ? [] : theirs(hop.evidence, quote);
}

/**
 * Which report `the report` is, and who `she` is: the words that introduced the source, here or elsewhere on the page, where
 * the name above and the words beside the claim do not say so already.
 */
function introduction(hop: Hop, elsewhere: Span | null, quote: Quote): Phrase[] {
  if (hop.link === 'inherited') return [];
  const span = elsewhere ?? hop.antecedent;
  const words = quote(span);
  const known = [labelOf(hop, quote).words, quote(hop.evidence), quote(hop.span)];
  if (words === '' || known.some((known) => sameWords(words, known)) || quote(hop.evidence).includes(words)) return [];
  return filled('card_introduced_as', span, quote);
}

/** Why the page keeps a name, or that it does not say. */
function whyUnnamed(hop: Hop, quote: Quote): Phrase[] {
  if (!hop.anonymous || hop.type === 'unspecified' || hop.link === 'inherited') return [];
  return !hop.reason ? [ours(say('card_no_reason'))] : filled('card_why_unnamed', hop.reason, quote);
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

function tags({ directness, continues, factuality, cue }: Claim, quote: Quote): Key[] {
  const held = factuality === 'counterfactive' && cue.some((span) => DENIAL.test(quote(span))) ? 'denied' : factuality;
  const found: (Key | undefined)[] = [
    TAGS[directness],
    continues === null ? undefined : 'card_tag_goes_on',
    TAGS[held],
  ];
  return found.filter((tag) => tag !== undefined);
}

const TAGS: Partial<Record<Claim['directness'] | Claim['factuality'] | 'denied', Key>> = {
  direct: 'card_tag_their_words',
  mixed: 'card_tag_partly_their_words',
  hedged: 'card_tag_hedged',
  denied: 'card_tag_denied',
  counterfactive: 'card_tag_called_wrong',
  nonassertive: 'card_tag_not_stated',
};

/** Cues by which the source itself says that it is not so. */
const DENIAL = /\b(?:den(?:y|ie[ds]|ying|ials?)|disput|refut|reject|dismiss|rebut|contradict|disavow|repudiat)/i;

/** What a hand is called, with quotation marks around what is no name. */
export function labelWords({ kind, words }: Label): string {
  return kind === 'page-words' ? say('quoted', words) : words;
}

function copied({ label, isFirstPerhaps }: HandRow): string {
  return isFirstPerhaps ? say('card_copy_perhaps', labelWords(label)) : labelWords(label);
}

function sameWords(one: string, other: string): boolean {
  const plain = (words: string) =>
    unquoted(words)
      .toLowerCase()
      .replace(/^(?:the|an?)\s+/, '');
  return plain(one) === plain(other);
}

function ours(words: string): Phrase {
  return { words, span: null };
}

function theirs(span: Span | null, quote: Quote): Phrase[] {
  const words = quote(span);
  return words === '' ? [] : [{ words: shortened(unquoted(words)), span }];
}
