/**
 * Which part a block plays, guessed from its words, where the site declares nothing: bylines, dates, credits, calls to
 * subscribe or to read on, headings that are only bold. Pure. In doubt a block is running text.
 */
import type { Region } from 'hearsay';

/** What is known about a block besides its words: how much of it (UTF-16 code units) lies in elements of a kind. */
export interface Makeup {
  linked: number;
  bold: number;
  byline: number;
}

const SHORT = 160;

const BYLINE = /^(?:(?:reported |written |words |story |analysis |text |reporting )?by|from our)\s+\p{Lu}/iu;
const DATE = /^(?:(?:first |last )?(?:published|updated|posted|modified)\b|\d{1,2}[:.]\d{2}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \d|\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4})/iu;
const CREDIT = /^(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|graphics?|videos?|file (?:photo|picture)|cover image)(?: credits?| by| source| courtesy)?\s*[:/|]|^(?:credit|©)|\((?:ap|reuters|afp|epa|file) photo\b|(?:\/|via |: ?)\s?(?:getty images|reuters|afp|ap|epa|shutterstock|alamy)\)?$/i;
const CALL = /^(?:advertisement|sponsored|read (?:more|next|also)|see also|also read|more on|related|recommended|most read|sign up|subscribe|follow (?:us|\p{Lu})|share (?:this|on)|listen to|watch:|download|click here|story continues|article continues|continue reading|\d+ min(?:ute)?s? read|loading|log in|get our|support us|donate)\b/iu;
const SENTENCE_END = /[.!?…]["'”’)\]]*\s*$/;

/** The region of a block that stands as running text or a heading until its words tell otherwise. */
export function guessedRegion(region: Region, text: string, makeup: Makeup): Region {
  if (region !== 'paragraph' && region !== 'list-item' && region !== 'subheading') return cellOrText(region, text);
  const words = text.trim();
  const length = words.length;
  if (makeup.byline > length / 2) return 'byline';
  if (length > SHORT) return region;
  if (makeup.linked > length * 0.8 && region !== 'subheading') return 'other';
  if (SENTENCE_END.test(words) && makeup.linked < length * 0.4) return region;
  if (CALL.test(words)) return 'other';
  if (BYLINE.test(words) || DATE.test(words)) return 'byline';
  if (CREDIT.test(words)) return 'caption';
  return region === 'paragraph' && makeup.bold > length * 0.9 ? 'subheading' : region;
}

/** A page laid out as a table has its text in cells. */
function cellOrText(region: Region, text: string): Region {
  return region === 'other' && text.length > 2 * SHORT && SENTENCE_END.test(text) ? 'paragraph' : region;
}
