/** Pages that change under the reader: the marks follow the text, and a page that rests costs nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article, plain } from './harness/articles.ts';
import { cardOn, waitForCard, waitForNoCard } from './harness/card.ts';
import { eventually, marksOn, pointAt, run, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const MILLER = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
const SELLER = 'Bo Lee, who sells apples, said that he would walk around by the ford.';
const html = article(MILLER, SELLER);
const SHAKEN = 'the bridge had shaken for a week';
const AROUND = 'he would walk around by the ford';

const words = async (page: Page) => (await marksOn(page)).map((mark) => mark.words);
const waitFor = (page: Page, wanted: string[]) =>
  eventually(`the marks are not ${wanted}`, async () => (JSON.stringify(await words(page)) === JSON.stringify(wanted) ? true : null));

inBothBrowsers((session) => {
  const visit = async (): Promise<Page> => {
    const page = await session.visit('http://changing.example/', html);
    await waitForMarks(page);
    await waitFor(page, [SHAKEN, AROUND]);
    return page;
  };
  /** Runs in the page, with its last two paragraphs. */
  const change = (page: Page, how: (miller: HTMLElement, seller: HTMLElement) => void) =>
    page.evaluate(`(${how})(...[...document.querySelectorAll('p')].slice(-2))`);

  test('words rewritten in place lose their line at once and get a new one', async () => {
    const page = await visit();
    await change(page, (miller) => void ((miller.firstChild as Text).data = 'The smith, Di Moe, said that the anvil was cold.'));
    assert.doesNotMatch((await words(page)).join(), /shaken|smith|Di Moe/);
    await waitFor(page, ['the anvil was cold', AROUND]);
  });

  test('the same words in new elements are marked again', async () => {
    const page = await visit();
    await change(page, (miller) => void (miller.parentElement!.innerHTML += ''));
    await waitFor(page, [SHAKEN, AROUND]);
  });

  test('paragraphs that come later are read, in their place', async () => {
    const page = await visit();
    await change(page, (miller) => miller.insertAdjacentHTML('beforebegin', '<p>The smith, Di Moe, said that the anvil was cold.</p>'));
    await waitFor(page, ['the anvil was cold', SHAKEN, AROUND]);
  });

  test('an open card stays with its claim, and closes when its claim is gone', async () => {
    const page = await visit();
    await pointAt(page, AROUND);
    await waitForCard(session.browser, page);
    await change(page, (miller) => miller.insertAdjacentHTML('afterend', '<p>The smith, Di Moe, said that the anvil was cold.</p>'));
    await waitFor(page, [SHAKEN, 'the anvil was cold', AROUND]);
    assert.match((await cardOn(session.browser, page))!.all, /Bo Lee.*3 of 3/);
    await change(page, (_, seller) => seller.remove());
    await waitForNoCard(session.browser, page);
  });

  test('another article without a load takes the place of the first', async () => {
    const page = await visit();
    await page.evaluate(`{
      history.pushState({}, '', '/next');
      document.querySelector('article').outerHTML = ${JSON.stringify(`<main><h1>Cold iron</h1><p>${plain.join('</p><p>')}</p><p>The smith, Di Moe, said that the anvil was cold.</p></main>`)};
    }`);
    await waitFor(page, ['the anvil was cold']);
    await page.evaluate(`{ history.pushState({}, '', '/'); document.querySelector('main').outerHTML = '<h1>Front page</h1>'; }`);
    await waitForNoMarks(page);
  });

  test('an article that is drawn long after the page has loaded is found', async () => {
    const page = await session.visit('http://changing.example/late', '<!doctype html><html lang="en"><title>Late</title><div id="app"></div></html>');
    await new Promise((later) => setTimeout(later, 1000));
    await page.evaluate(`document.getElementById('app').innerHTML = ${JSON.stringify(html.slice(html.indexOf('<article>'), html.indexOf('</body>')))}`);
    await waitFor(page, [SHAKEN, AROUND]);
  });

  test('marks that the page takes out of the registry are put back when the pointer moves', async () => {
    const page = await visit();
    await run(page, () => CSS.highlights.clear());
    await pointAt(page, AROUND);
    await waitFor(page, [SHAKEN, AROUND]);
  });

  test('a page that changes without end keeps its marks', async () => {
    const page = await visit();
    await page.evaluate(`{
      window.at = 0;
      setInterval(() => { document.querySelector('p').firstChild.data = 'Change ' + ++window.at + '. ' + document.querySelector('p').firstChild.data.slice(-150); }, 20);
    }`);
    await new Promise((later) => setTimeout(later, 3000));
    await waitFor(page, [SHAKEN, AROUND]);
  });
});
