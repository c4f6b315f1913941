/** The welcome page: its specimen is read by the engine itself, its card opens, and where to read can be chosen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import type { ExtensionPage } from './harness/browser.ts';
import { eventually } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

/** What wears each line on the page, as soon as all the specimen's claims do. */
const lines = (page: ExtensionPage) =>
  eventually('the specimen is not marked', async () => {
    const marked = await page.run(() =>
      ['hearsay-1', 'hearsay-2', 'hearsay-3', 'hearsay-anonymous'].map((name) =>
        [...((CSS.highlights.get(name) as Iterable<Range> | undefined) ?? [])].map(String).join(' … '),
      ),
    );
    return marked.some((words) => words !== '') ? marked : null;
  });

inBothBrowsers((session) => {
  test('the specimen is marked as an article is, with every line and mostly the first', async () => {
    const page = await session.browser.ownPage('welcome.html');
    assert.deepEqual(await lines(page), [
      '“The port is ready,” … Two ships were waiting outside … The first convoy could sail as early as 2 November',
      'Kestria is prepared to reopen the terminal before the winter',
      'the talks had begun in secret',
      'The first convoy could sail as early as 2 November … the talks had begun in secret',
    ]);
    await page.close();
  });

  test('its card opens without a pointer', async () => {
    const page = await session.browser.ownPage('welcome.html');
    await lines(page);
    await page.run(() => document.querySelector<HTMLElement>('main .button')!.click());
    await eventually('no card opened', async () =>
      (await page.run(
        () => CSS.highlights.get('hearsay-active')!.size > 0 && document.querySelector('hearsay-card') !== null,
      ))
        ? true
        : null,
    );
    await page.close();
  });

  test('where to read is saved at once', async () => {
    const page = await session.browser.ownPage('welcome.html');
    await lines(page);
    await page.run(() => document.querySelector<HTMLElement>('[name=everywhere][value=off]')!.click());
    await eventually('the choice was not saved', async () =>
      (await page.run(async () => (await chrome.storage.sync.get('everywhere'))['everywhere'])) === 'off' ? true : null,
    );
    await page.close();
  });

  test('says what it is for, how to keep the button in sight, and ends on a real article and on the lessons', async () => {
    const page = await session.browser.ownPage('welcome.html');
    await lines(page);
    const told = await page.run(() => ({
      question: document.querySelector('h1')!.textContent,
      english: document.querySelector('header')!.textContent!.includes('articles in English'),
      pin: document.querySelector('.pin p')!.textContent,
      links: [...document.querySelectorAll<HTMLAnchorElement>('.real a')].map(({ href }) =>
        href.replace(/^.*?-extension:\/\/[^/]*/, ''),
      ),
    }));
    assert.deepEqual(
      { ...told, pin: /pin|Pin/.test(told.pin!) },
      {
        question: 'Fourth-hand?',
        english: true,
        pin: true,
        links: ['https://www.theguardian.com/world/2013/jun/06/nsa-phone-records-verizon-court-order', '/lessons.html'],
      },
    );
    await page.close();
  });

  test('axe-core finds nothing', async () => {
    const page = await session.browser.ownPage('welcome.html');
    await lines(page);
    assert.deepEqual(await violationsOn(page), []);
    await page.close();
  });
});
