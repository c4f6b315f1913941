/**
 * Which part a block plays, guessed from its words, where the site declares nothing: bylines, dates, credits, calls to
 * subscribe or to read on, headings that are only bold. Pure. In doubt a block is running text.
 */
import type { Region } from 'hearsay';

/** What is known about a block besides its words. Numbers: how much of it (UTF-16 code units) lies in such elements. */
export interface Makeup {
  linked: number;
  bold: number;
  byline: number;
  /** How often its line is broken. */
  breaks: number;
  /** Whether it stands bare in a box, not in an element for paragraphs. */
  isBox: boolean;
}

/** Longer words are running text, whatever they say. UTF-16 code units. */
const SHORT = 160;

const BYLINE = /^(?:(?:reported |written |words |story |analysis |text |reporting )?by|from our)\s+\p{Lu}/iu;
const DATE =
  /^(?:(?:first |last )?(?:published|updated|posted|modified)\b|\d{1,2}[:.]\d{2}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \d|\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4})/iu;
const CREDIT =
  /^(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|graphics?|videos?|file (?:photo|picture)|cover image)(?: credits?| by| source| courtesy)?\s*[:/|]|^(?:credit|©)|\((?:ap|reuters|afp|epa|file) photo\b|(?:\/|via |: ?)\s?(?:getty images|reuters|afp|ap|epa|shutterstock|alamy)\)?$|^\([^()]* \/ [^()]*\)$/i;
const CALL =
  /^(?:advertisement|sponsored|read (?:more|next|also)|see also|also read|more on|related|recommended|most read|sign up|subscribe|follow (?:us|\p{Lu})|share (?:this|on)|listen to|download|click here|story continues|article continues|continue reading|\d+ min(?:ute)?s? read|loading|log in|get our|support us|donate)\b|^(?:watch|video|listen|photos|in pictures|more|read)\s*[:|]/iu;
/** A whole sentence that asks for something. Running text commands nobody so. */
const REQUEST =
  /^(?:sign up (?:for|to)|subscribe (?:to|now|for|today)|click here|tap here|download (?:our|the)|follow us|get our)\b/i;
/** What a line to another page begins with: “More from the Post: ”. */
const LEAD_IN = /^[^:|.!?]{1,40}[:|]\s*/;
/** What a site says about its own text. */
const NOTE = /^(?:(?:correction|clarification|(?:editor|author|translator)['’]s note)\b[^:.]{0,40}:|a\/n\b)/iu;
const SENTENCE_END = /[.!?…]["'”’)\]]*\s*$/;
/** A sentence that leads over to a list or a quotation, or one that a quotation ends. */
const LEADS_OVER = /[:;,—–-]["'”’)\]]*\s*$/;

/** A heading of a sentence of its own is a paragraph that is set like one. UTF-16 code units. */
const LONG_HEADING = 120;
/** So many broken lines, so short on average, are a poem or a song. UTF-16 code units. */
const VERSE = { breaks: 5, line: 45 };

/** The region of a block that stands as running text or a heading until its words tell otherwise. */
export function guessedRegion(region: Region, text: string, makeup: Makeup): Region {
  if (region !== 'paragraph' && region !== 'list-item' && region !== 'subheading') return cellOrText(region, text);
  const words = text.trim();
  const length = words.length;
  if (makeup.byline > length / 2) return 'byline';
  if (NOTE.test(words)) return 'other';
  if (makeup.breaks >= VERSE.breaks && length < (makeup.breaks + 1) * VERSE.line) return 'other';
  if (region === 'subheading' && length > LONG_HEADING && SENTENCE_END.test(words)) return 'paragraph';
  if (length > SHORT) return region;
  const isSentence = SENTENCE_END.test(words);
  if (!isSentence && (BYLINE.test(words) || DATE.test(words))) return 'byline';
  if (!isSentence && CREDIT.test(words)) return 'caption';
  if (makeup.linked > length * 0.8 || REQUEST.test(words)) return 'other';
  if (!isSentence && makeup.linked > 0 && makeup.linked >= length - (LEAD_IN.exec(words)?.[0].length ?? 0))
    return 'other';
  if (isSentence && makeup.linked < length * 0.4) return region;
  if (CALL.test(words)) return 'other';
  if (region !== 'paragraph') return region;
  if (makeup.bold > length * 0.9) return 'subheading';
  // Sites that write paragraphs as boxes end them with a stop; what does not is a label, a name of a video, a button.
  return makeup.isBox && !LEADS_OVER.test(words) ? 'other' : region;
}

/** A page laid out as a table has its text in cells. */
function cellOrText(region: Region, text: string): Region {
  return region === 'other' && text.length > 2 * SHORT && SENTENCE_END.test(text) ? 'paragraph' : region;
}
