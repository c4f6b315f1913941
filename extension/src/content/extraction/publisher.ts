/**
 * Who publishes a page, as far as it says: what its metadata and title declare as a name, and its domain. The publisher's
 * own outlets are no hand; they are the page. What of it is a name, and what an address, a section or what a site says of
 * itself, the engine tells.
 */
import type { Host } from 'hearsay';

/** Structured data longer than this is not read. UTF-16 code units. */
const LONG = 200_000;
/** Longer metadata is not looked at for a name. UTF-16 code units. */
const LONG_METADATA = 400;

type Address = Pick<Location, 'protocol' | 'hostname'>;

/** The publisher of a page. A document that was never at an address is said one. */
export function publisherOf(page: Document, address: Address = page.location): Required<Host> {
  const domain = domainOf(address);
  const heading = oneLine(page.querySelector('h1')?.textContent ?? '');
  const titled = ofTitle(oneLine(page.querySelector('title')?.textContent ?? ''), domain).filter(
    (name) => name !== heading,
  );
  const declared = [...metadata(page), ...microdata(page), ...structured(page)];
  return { names: [...new Set([...declared, ...titled].flatMap(inALine))], domain };
}

/** A host without `www.`; empty for an address that is no web site's. */
export function domainOf({ protocol, hostname }: Address): string {
  return protocol.startsWith('http') ? hostname.replace(/^www\./, '') : '';
}

/** What a page declares as one name, in a line and without markup; nothing where it is empty or a text. */
function inALine(declared: string): string[] {
  const words =
    declared.length > LONG_METADATA ? '' : oneLine(declared.replace(/<[^>]*>/g, ' ').replaceAll('&amp;', '&'));
  return words === '' ? [] : [words];
}

/** Names of sites in the page's metadata. */
function metadata(page: Document): string[] {
  const named = ['og:site_name', 'publisher', 'dc.publisher'].flatMap((name) => [
    ...page.querySelectorAll(`meta[property="${name}" i], meta[name="${name}" i]`),
  ]);
  return named.map((meta) => meta.getAttribute('content') ?? meta.getAttribute('value') ?? '');
}

/** The publisher's names in schema.org attributes. */
function microdata(page: Document): string[] {
  const named = page.querySelectorAll('[itemprop~="publisher"] [itemprop~="name"]');
  return [...named].map((element) => element.getAttribute('content') ?? element.textContent ?? '');
}

/** The publisher's names in schema.org data. */
function structured(page: Document): string[] {
  const nodes: Record<string, unknown>[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (source.length > LONG || !source.includes('publisher')) continue;
    try {
      nodes.push(...nodesOf(JSON.parse(source)));
    } catch {
      // Broken data is the site's affair.
    }
  }
  const publishers = nodes.flatMap((node) => node['publisher']);
  // A node may stand in full elsewhere, and only be pointed to.
  const whole = publishers.flatMap((said) => [
    said,
    ...nodes.filter((node) => isObject(said) && said['@id'] !== undefined && node['@id'] === said['@id']),
  ]);
  const names = whole.flatMap((said) => (isObject(said) ? [said['name'], said['alternateName']].flat() : said));
  return names.filter((name) => typeof name === 'string');
}

/** The nodes at the head of some data. */
function nodesOf(data: unknown): Record<string, unknown>[] {
  if (Array.isArray(data)) return data.flatMap(nodesOf);
  return isObject(data) ? [data, ...nodesOf(data['@graph'])] : [];
}

/**
 * `Dam to open | The Merrow Post`: the part behind the last bar, if it is more than a word. Anything else has to be the
 * name that the domain is made of: behind a dash stands all sorts of things (`- report`), and one word is a section.
 */
function ofTitle(title: string, domain: string): string[] {
  const parts = /^(.*\S)\s+([|·»-]|–|—|::)\s+(\S.*)$/u.exec(title);
  if (parts === null) return [];
  const [, , mark, last = ''] = parts;
  const isName = last.split(' ').length <= 5 && /^\p{Lu}/u.test(last);
  return isName && ((mark === '|' && last.includes(' ')) || isNamedAfter(domain, last)) ? [last] : [];
}

/** Whether a domain is made of a name: of its letters, or of the first letters of its words. */
function isNamedAfter(domain: string, name: string): boolean {
  const own = letters(name);
  const initials = name
    .replace(/^the /i, '')
    .split(/[\s-]+/)
    .map((word) => word[0]?.toLowerCase())
    .join('');
  return labelsOf(domain).some(
    (label) =>
      (own.length > 2 && label.length > 2 && (label.includes(own) || own.includes(label))) ||
      (initials.length > 2 && label === initials),
  );
}

/** The part of a domain that is somebody's, `tessaly-courier` of `news.tessaly-courier.co.uk`, with all before it. */
function labelsOf(domain: string): string[] {
  const labels = domain.split('.').slice(0, -1);
  if (labels.length > 1 && /^(?:com?|org|net|gov|ac|edu)$/.test(labels.at(-1)!)) labels.pop();
  return labels.map(letters);
}

function letters(words: string): string {
  return words
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
