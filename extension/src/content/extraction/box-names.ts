/**
 * What a site calls a box, and how the box is headed: evidence of what it holds, and no more than that. Whether it is
 * believed is decided by the text (`box-weighing.ts`). Pure but for looking at the element.
 */

/** What a name says that a box is for. What is for furniture holds no running text; what is of others holds theirs. */
export type Said = 'furniture' | 'of others';

export interface Evidence {
  /** The name: what a site calls by one name is one kind of thing. */
  name: string;
  says: Said;
}

/** Words that say so in what a box is called: alone, or parted from others by a hyphen, an underscore or a capital. */
const FURNITURE = [
  'newsletters?|subscri(?:be|ption)|signup|share|sharing|sharebar|social',
  'promo(?:tion)?|ads?|adslot|adverts?|advertisement|sponsored|teads',
  'cookies?|cookiebot|consent|gdpr|onetrust|didomi|usercentrics|cmp|sp-message',
  'breadcrumbs?|pagination|pager|toc|sidebar|widget|metadata|editsection',
  'infobox|fact-?box|navbox|reflist|references|catlinks|hatnote',
  // The part of an article that is to be paid for is itself called `paywall`; the offer has a longer name.
  'paywall-(?:bar|barrier|box|cta|gate|message|modal|offer|overlay|prompt|promo|wall)',
  'signature|postprofile|testimonials?|blurb|pop-?up|videos?|polls?|ctas?',
  // What is not printed is for the screen's sake.
  'hidden-print|no-?print|print-(?:none|hidden)',
].join('|');
const OF_OTHERS = [
  'comments?|disqus|respond|responses',
  'related(?:posts?|articles?|stories|links|news|content)?|recommend(?:ed|ations?)|trending|popular|taboola|outbrain|summary-(?:items?|v2)',
].join('|');
const CALLED = new RegExp(`(?:^|[\\s-])(?:(${FURNITURE})|${OF_OTHERS})(?![a-z])`, 'i');
/** The same with what makes it the state of a layout: that there is such a thing, or none. */
const STATE = new RegExp(
  `(?:^|-)(?:has|have|with|without|no|non|not|is|hide|show)-(?:${FURNITURE}|${OF_OTHERS})(?![a-z])|(?:${FURNITURE}|${OF_OTHERS})-(?:enabled|disabled|open|opened|closed|fixed|active|inactive|on|off)(?![a-z])`,
  'i',
);
/** A name with one of these in it was made from a heading. */
const PHRASE = /-(?:the|from|of|to|and|in|on|for|a|an|at|by|is|are|with|what|how|why)-/i;
/** What asks for a consent speaks of it. */
const ASKS_FOR_CONSENT = /^(?:cookie|consent|gdpr|onetrust|didomi|usercentrics|cmp|sp-message)/i;
const CONSENT = /\b(?:cookies?|consent|privacy|personal data|legitimate interest)\b/i;

/** Only boxes are judged by what they are called: a paragraph of class `share-price` is a paragraph. */
const BOXES = 'div,section,ul,ol,table,footer,header,span';
/** Where sites name a box for their scripts and their tests, besides its class. */
const NAMED_IN = ['id', 'data-component', 'data-module', 'data-testid'];

/** Headings of boxes that lead elsewhere, and labels of what is paid for. */
const LEADS_AWAY =
  /^(?:advertisement|sponsored|promoted|paid (?:content|post)|related|recommended|also (?:in|on|read)\b|see also$|more (?:on this|from|stories|news)|most (?:read|popular)|read (?:more|next)|what to read|you (?:may|might) also|cookie|newsletters?$|share this|(?:readers?.? )?comments?$)/i;
/** A label is shorter, and so is a box that leads away. UTF-16 code units. */
const LONG_LABEL = 40;
const LONG_BOX = 1500;
const LONG_TEASER = 300;
/** A banner says what it is about at its beginning. UTF-16 code units. */
const BEGINNING = 600;

/** What an element's names and heading say against it; null where they say nothing. */
export function evidenceAgainst(element: Element): Evidence | null {
  if (element instanceof HTMLFormElement) return null;
  if (element.localName === 'article') return isTeaser(element) ? { name: 'teaser', says: 'of others' } : null;
  if (!isBox(element)) return null;
  return (
    (element.hasAttributes() || isOfOwnMaking(element) ? byName(element) : null) ??
    (leadsAway(element) ? { name: `headed ${element.firstElementChild?.textContent}`, says: 'of others' } : null)
  );
}

/** Elements of a site's own making are boxes, and their names are the site's. */
function isBox(element: Element): boolean {
  return isOfOwnMaking(element) || element.matches(BOXES);
}

function isOfOwnMaking({ localName }: Element): boolean {
  return localName.includes('-');
}

/** Whether an article within the article only announces another page: a heading that leads there, and a few words. */
function isTeaser(article: Element): boolean {
  if ((article.textContent ?? '').length > LONG_TEASER) return false;
  const link = article.querySelector('h2, h3, h4, h5, h6')?.querySelector('a[href]');
  if (!(link instanceof HTMLAnchorElement)) return false;
  return (
    letters(link.textContent ?? '') === letters(link.closest('h2, h3, h4, h5, h6')!.textContent ?? '') &&
    (link.host !== location.host || link.pathname !== location.pathname)
  );
}

function byName(element: Element): Evidence | null {
  const names = `${element.getAttribute('class') ?? ''}${isOfOwnMaking(element) ? ` ${element.localName}` : ''}`;
  const others = NAMED_IN.map((attribute) => element.getAttribute(attribute)).filter((name) => name !== null);
  // Most boxes are called nothing of the kind, and are asked once.
  if (!CALLED.test(plain(`${names} ${others.join(' ')}`))) return null;
  for (const name of [...names.split(/\s+/), ...others]) {
    const words = plain(name);
    const found = CALLED.exec(words);
    if (found === null || STATE.test(words) || isMadeFromHeading(words, element)) continue;
    return {
      name: words,
      says: found[1] === undefined || speaksOfConsent(found[1], element) ? 'of others' : 'furniture',
    };
  }
  return null;
}

/** `sideBar_wrap` as `side-Bar-wrap`. */
export function plain(name: string): string {
  return name.replace(/([a-z])(?=[A-Z])/g, '$1-').replaceAll('_', '-');
}

function isMadeFromHeading(name: string, box: Element): boolean {
  if (!name.includes('-')) return false;
  if (PHRASE.test(name)) return true;
  const heading = box.querySelector('h1, h2, h3, h4, h5, h6')?.textContent ?? '';
  return /\s\S/.test(heading.trim()) && !LEADS_AWAY.test(heading.trim()) && letters(name).endsWith(letters(heading));
}

function letters(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function speaksOfConsent(word: string, box: Element): boolean {
  return ASKS_FOR_CONSENT.test(word) && CONSENT.test((box.textContent ?? '').slice(0, BEGINNING));
}

function leadsAway(box: Element): boolean {
  if (LEADS_AWAY.test(box.getAttribute('aria-label') ?? '')) return true;
  const first = box.firstElementChild;
  const isLabel =
    first !== null &&
    (/^h[2-6]$/.test(first.localName) || (first.childElementCount === 0 && /^(?:p|div)$/.test(first.localName)));
  if (!isLabel || /\S/.test(first.previousSibling?.textContent ?? '')) return false;
  const label = (first.textContent ?? '').trim();
  return label.length < LONG_LABEL && LEADS_AWAY.test(label) && (box.textContent ?? '').length < LONG_BOX;
}
