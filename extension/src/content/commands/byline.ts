/**
 * Who wrote a page and when it was published, as the page says: in schema.org data, in its metadata, or in its markup.
 * Pure.
 */

export interface Credits {
  /** `Ann Roe, Tavi Ren`; empty where the page does not say. */
  author: string;
  /** The day by ISO 8601; empty where the page does not say. */
  published: string;
}

/** Structured data longer than this is not read. UTF-16 code units. */
const LONG = 200_000;
/** What is longer is no name. UTF-16 code units. */
const LONG_NAME = 80;
/** More authors than this are not named. */
const MOST = 5;

export function creditsOf(page: Document): Credits {
  const data = structured(page);
  const names = [
    data.flatMap(({ author }) => namesIn(author)),
    metadata(page, 'author', 'article:author', 'dc.creator', 'parsely-author'),
    marked(page),
  ];
  const dates = [
    data.map(({ datePublished }) => datePublished),
    metadata(page, 'article:published_time', 'datepublished', 'date', 'dc.date', 'parsely-pub-date'),
    times(page),
  ];
  return { author: first(names, nameOf).slice(0, MOST).join(', '), published: first(dates, dayOf)[0] ?? '' };
}

/** Of the first place that says anything what it says, each thing once. */
function first(places: readonly (readonly unknown[])[], read: (said: string) => string): string[] {
  for (const place of places) {
    const said = place
      .filter((one) => typeof one === 'string')
      .map(read)
      .filter((one) => one !== '');
    if (said.length > 0) return [...new Set(said)];
  }
  return [];
}

/** `By Ann Roe` names Ann Roe; an address names nobody. */
function nameOf(said: string): string {
  const name = said
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^by\s+/i, '');
  return name.length > LONG_NAME || /^https?:|^@|\S@\S/.test(name) ? '' : name;
}

/** The day in a date that begins with one, or that browsers can read. */
function dayOf(said: string): string {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(said.trim()) ?? [];
  if (day !== undefined) return day;
  const time = Date.parse(said);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

function metadata(page: Document, ...names: string[]): string[] {
  const found = names.flatMap((name) => [
    ...page.querySelectorAll(`meta[name="${name}" i], meta[property="${name}" i], meta[itemprop="${name}" i]`),
  ]);
  return found.map((meta) => meta.getAttribute('content') ?? '');
}

function marked(page: Document): string[] {
  const found = [...page.querySelectorAll('[itemprop~=author] [itemprop~=name], [rel~=author]')];
  return found.map((element) => element.textContent ?? '');
}

function times(page: Document): string[] {
  const found = [...page.querySelectorAll('time[itemprop~=datePublished], article time[datetime], time[pubdate]')];
  return found.map((time) => time.getAttribute('datetime') ?? '');
}

/** The nodes at the head of the page's schema.org data that say who wrote it, or when. */
function structured(page: Document): Record<string, unknown>[] {
  const sources = [...page.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => script.textContent ?? '',
  );
  return sources
    .filter((source) => source.length <= LONG)
    .flatMap((source) => {
      try {
        return nodesIn(JSON.parse(source));
      } catch {
        // Broken data is the site's affair.
        return [];
      }
    })
    .filter((node) => 'datePublished' in node);
}

function nodesIn(data: unknown): Record<string, unknown>[] {
  if (Array.isArray(data)) return data.flatMap(nodesIn);
  return isObject(data) ? [data, ...nodesIn(data['@graph'])] : [];
}

function namesIn(author: unknown): unknown[] {
  if (Array.isArray(author)) return author.flatMap(namesIn);
  return [isObject(author) ? author['name'] : author];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
