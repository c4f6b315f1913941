/**
 * Who publishes a page, as far as it says: the names in its metadata and title, and its domain. The publisher's own
 * outlets are no hand; they are the page.
 */
import type { Host } from 'hearsay';

/** Structured data longer than this is not read. UTF-16 code units. */
const LONG = 200_000;

type Address = Pick<Location, 'protocol' | 'hostname'>;

/** The publisher of a page. A document that was never at an address is said one. */
export function publisherOf(page: Document, address: Address = page.location): Required<Host> {
  const domain = domainOf(address);
  const heading = oneLine(page.querySelector('h1')?.textContent ?? '');
  const titled = ofTitle(page.querySelector('title')?.textContent ?? '', domain).filter((name) => name !== heading);
  const names = [metadata(page, 'og:site_name'), ...microdata(page), ...structured(page), ...titled].map(oneLine);
  return { names: [...new Set(names)].filter((name) => name !== '' && name.length < 80), domain };
}

/** A host without `www.`; empty for an address that is no web site's. */
export function domainOf({ protocol, hostname }: Address): string {
  return protocol.startsWith('http') ? hostname.replace(/^www\./, '') : '';
}

function metadata(page: Document, name: string): string {
  return page.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)?.getAttribute('content') ?? '';
}

/** The publisher's names in schema.org attributes. */
function microdata(page: Document): string[] {
  const named = page.querySelectorAll('[itemprop~="publisher"] [itemprop~="name"]');
  return [...named].map((element) => element.getAttribute('content') ?? element.textContent ?? '');
}

/** The publisher's names in schema.org data. */
function structured(page: Document): string[] {
  const names: string[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (source.length > LONG || !source.includes('publisher')) continue;
    try {
      collect(JSON.parse(source), names);
    } catch {
      // Broken data is the site's affair.
    }
  }
  return names;
}

function collect(data: unknown, names: string[]): void {
  if (Array.isArray(data)) for (const part of data) collect(part, names);
  if (!isObject(data)) return;
  if (Array.isArray(data['@graph'])) collect(data['@graph'], names);
  const publisher = data['publisher'];
  if (!isObject(publisher)) return;
  for (const name of [publisher['name'], publisher['alternateName']].flat()) if (typeof name === 'string') names.push(name);
}

/**
 * `Dam to open | The Merrow Post`: the part behind the last bar. Behind a dash stands all sorts of things (`- report`),
 * so there it has to be the name that the domain is made of.
 */
function ofTitle(title: string, domain: string): string[] {
  const parts = /^(.*\S)\s+([|·»-]|–|—|::)\s+(\S.*)$/u.exec(title);
  if (parts === null) return [];
  const [, , mark, last = ''] = parts;
  const asName = last.split(' ').length <= 5 && /^\p{Lu}/u.test(last);
  return asName && (mark === '|' || names(last, domain)) ? [last] : [];
}

function names(words: string, domain: string): boolean {
  const letters = words.toLowerCase().replace(/^the /, '').replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length > 2 && domain.split('.').some((label) => label.length > 2 && (label.includes(letters) || letters.includes(label)));
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
