/**
 * Which part a block plays, by what its element declares: its name, `itemprop`, `rel`, role, or a class that all sites
 * use alike. Null where it declares nothing; then the block plays the part of what it stands in. Which heading is the
 * headline is the affair of `article-scope.ts`.
 */
import type { Region } from 'hearsay';
import { plain } from './box-names.ts';

const BY_NAME: Record<string, Region> = {
  h1: 'subheading',
  h2: 'subheading',
  h3: 'subheading',
  h4: 'subheading',
  h5: 'subheading',
  h6: 'subheading',
  blockquote: 'quote',
  li: 'list-item',
  dd: 'list-item',
  figure: 'caption',
  figcaption: 'caption',
  caption: 'caption',
  address: 'byline',
  time: 'byline',
  dt: 'other',
  th: 'other',
  summary: 'other',
};

const BY_ATTRIBUTE: [selector: string, region: Region][] = [
  ['[itemprop~=author],[itemprop^=date],[rel~=author]', 'byline'],
  ['[itemprop~=caption],[itemprop~=copyrightHolder],[itemtype$=ImageObject],[role=figure],[role=caption]', 'caption'],
  ['[role=heading]', 'subheading'],
  ['[role=blockquote]', 'quote'],
  ['[role=listitem]', 'list-item'],
];

/** Words of a class that name a part: some wherever they stand in it, some only at its end (`tag-politics` is none). */
const BY_CLASS: [words: RegExp, region: Region][] = [
  [/\bpull-?quote/i, 'other'],
  [
    /\b(?:by-?line|dateline|timestamp)|\b(?:authors?|author-(?:name|info|bio)|date|(?:article|entry|post)-meta)(?=\s|$)/i,
    'byline',
  ],
  [
    /\b(?:fig)?caption\b|\bcutline\b|\b(?:image|photo|picture)-(?:credit|description|text)|\bcredits?(?=\s|$)/i,
    'caption',
  ],
  [/\b(?:corrections?|editors?-note)(?=\s|$)/i, 'other'],
  [/\b(?:kicker|eyebrow|section-?label|tags?|read-?time)(?=\s|$)/i, 'other'],
];

/** What a class calls so is a line or two; a box with more in it is called after something else. UTF-16 code units. */
const LONG_LABEL = 600;

/** A picture, bare or in its link. */
const PICTURE = 'img,picture,amp-img,a:has(>img:only-child),a:has(>picture:only-child)';
/** Longer words beside a picture are not about it. UTF-16 code units. */
const ABOUT_A_PICTURE = 200;

/** The region that an element declares for its text, in what is of a region already. */
export function declaredRegion(element: Element, around: Region): Region | null {
  const region = byAttribute(element) ?? byName(element) ?? (holdsPicture(element) ? 'caption' : null);
  // What is set as a list beside a picture is about the picture; a figure may also hold a quotation.
  return around === 'caption' && region !== 'quote' && region !== 'byline' ? null : region;
}

/** Whether a box holds a picture, a few words, and nothing else. */
function holdsPicture(element: Element): boolean {
  if (element.localName !== 'div' || element.childElementCount !== 2) return false;
  return element.firstElementChild!.matches(PICTURE) && (element.textContent ?? '').trim().length < ABOUT_A_PICTURE;
}

function byAttribute(element: Element): Region | undefined {
  if (!element.hasAttributes()) return undefined;
  for (const [selector, region] of BY_ATTRIBUTE) if (element.matches(selector)) return region;
  const names = element.getAttribute('class');
  const called = names === null ? undefined : plain(names);
  const region = called === undefined ? called : BY_CLASS.find(([words]) => words.test(called))?.[1];
  return region !== undefined && (element.textContent ?? '').length < LONG_LABEL ? region : undefined;
}

function byName(element: Element): Region | null {
  // A cell is a label or a figure, but pages laid out as tables have their paragraphs in cells.
  if (element.localName === 'td') return element.querySelector('p') === null ? 'other' : null;
  return BY_NAME[element.localName] ?? null;
}
