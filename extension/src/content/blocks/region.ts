/**
 * Which part a block plays, by what its element declares: its name, `itemprop`, `rel`, role, or a class that all sites
 * use alike. Null where it declares nothing; then the block plays the part of what it stands in.
 */
import type { Region } from 'hearsay';

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

const BY_PROPERTY: Record<string, Region> = {
  caption: 'caption',
  author: 'byline',
  datePublished: 'byline',
  dateModified: 'byline',
  copyrightHolder: 'caption',
};

/** Words of a class that name a part: some wherever they stand in it, some only at its end (`tag-politics` is none). */
const BY_CALLING: [RegExp, Region][] = [
  [/\b(?:pull-?quote)/i, 'other'],
  [/\b(?:by-?line|dateline|timestamp)|\b(?:authors?|author-(?:name|info)|date|(?:article|entry|post)-meta)(?=\s|$)/i, 'byline'],
  [/\b(?:fig)?caption\b|\bcredits?(?=\s|$)/i, 'caption'],
  [/\b(?:kicker|eyebrow|section-?label|tags?|read-?time)(?=\s|$)/i, 'other'],
];

/** The region that an element declares for its text. */
export function declaredRegion(element: Element): Region | null {
  const property = element.getAttribute('itemprop');
  if (property !== null && Object.hasOwn(BY_PROPERTY, property)) return BY_PROPERTY[property]!;
  const called = element.getAttribute('class');
  if (called !== null) {
    const spaced = called.replaceAll('_', '-');
    for (const [words, region] of BY_CALLING) if (words.test(spaced)) return region;
  }
  if (element.getAttribute('rel') === 'author') return 'byline';
  if (element.getAttribute('role') === 'heading') return 'subheading';
  // A cell is a label or a figure, but pages laid out as tables have their paragraphs in cells.
  if (element.localName === 'td') return element.querySelector('p') === null ? 'other' : null;
  return Object.hasOwn(BY_NAME, element.localName) ? BY_NAME[element.localName]! : null;
}
