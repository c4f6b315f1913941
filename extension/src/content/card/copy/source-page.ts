/** What a page calls itself and where it is found, for what is copied from it. */

/** The headline as the page gives it to others, else the title of its window. */
export function titleOf(page: Document): string {
  const given = page.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content;
  return (given || page.title).replace(/\s+/g, ' ').trim();
}

/** The address, without the place inside the page. */
export function addressOf(page: Document): string {
  return page.URL.replace(/#.*$/, '');
}
