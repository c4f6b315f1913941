/** What a page says it is, in its metadata and its structured data. */

/** Structured data that is not looked at any further. UTF-16 code units. */
const LONG = 20_000;

export function declaresArticle(page: Document): boolean {
  return (
    page.querySelector(
      'meta[property="og:type" i][content=article i],meta[property="article:published_time" i],[itemprop~=articleBody],[itemtype$=Article],[itemtype$=BlogPosting]',
    ) !== null || saysInData(page, '\\w*(?:Article|BlogPosting)')
  );
}

/** Whether a page says that it is an article, and not that it is in another language than English. */
export function promisesArticle(page: Document): boolean {
  const language = page.documentElement?.getAttribute('lang') ?? '';
  return /^\s*(?:en\b|$)/i.test(language) && declaresArticle(page);
}

/** Whether something in a page's structured data is of a kind, given as a pattern of its name in schema.org. */
export function saysInData(page: Document, kind: string): boolean {
  const is = new RegExp(`"@type"\\s*:\\s*(?:\\[[^\\]]*)?"(?:${kind})"`);
  return [...page.querySelectorAll('script[type="application/ld+json"]')].some((script) =>
    is.test((script.textContent ?? '').slice(0, LONG)),
  );
}
