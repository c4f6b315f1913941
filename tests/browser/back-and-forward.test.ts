/** Pages that a browser puts away whole and takes out again, prepares behind another, or that put another document in their own place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, marksOn, pointAt, run, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const SAID = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
const SHAKEN = 'the bridge had shaken for a week';
const html = article(SAID);

inBothBrowsers((session) => {
  const opens = async (page: Page, words = SHAKEN) => {
    await pointAt(page, words);
    assert.match((await waitForCard(session.browser, page)).all, /Ann Roe/);
    await page.mouse.move(2, 2, { steps: 3 });
  };
  /** Waits until the page at a path is there: the driver is not told of every page that a browser had at hand. */
  const arrives = (page: Page, path: string) =>
    eventually(`${path} did not come`, () =>
      run(page, (path) => (location.pathname === path && document.readyState === 'complete') || null, path).catch(
        () => null,
      ),
    );
  /** Goes from an article to another page of its site and back. Says whether it was put away whole. */
  const awayAndBack = async (page: Page, meanwhile = async () => {}): Promise<boolean> => {
    await run(
      page,
      () => void addEventListener('pageshow', ({ persisted }) => ((globalThis as any).persisted = persisted)),
    );
    session.web.publish('http://away.example/next', article('It rained on the ford.'));
    await page.evaluate("location.href = '/next'").catch(() => {});
    await arrives(page, '/next');
    await meanwhile();
    await page.evaluate('history.back()').catch(() => {});
    await arrives(page, '/');
    return run(page, () => (globalThis as any).persisted === true);
  };

  test('back from another page, the lines answer and the button shows their number again', async () => {
    const page = await session.visit('http://away.example/', html);
    await waitForMarks(page);
    await eventually('the badge does not count', async () => ((await session.browser.badge()) === '1' ? true : null));
    assert.equal(await awayAndBack(page), true, 'the browser puts pages away whole');
    assert.equal((await waitForMarks(page)).length, 1);
    await eventually('the badge does not count any more', async () =>
      (await session.browser.badge()) === '1' ? true : null,
    );
    await opens(page);
  });

  test('a site that was switched off meanwhile comes back without lines', async () => {
    const page = await session.visit('http://away.example/', html);
    await waitForMarks(page);
    const turn = async () => {
      const popup = await session.browser.popup();
      await turnSwitch(popup);
      await new Promise((later) => setTimeout(later, 300));
      await popup.close();
    };
    await awayAndBack(page, turn);
    await waitForNoMarks(page);
    await turn();
    await waitForMarks(page);
  });

  test('a page prepared behind another says nothing until it is shown', async (context) => {
    if (session.browser.name === 'firefox') return context.skip('Firefox prepares no page behind another.');
    session.web.publish('http://prepared.example/next', html);
    const rules = '<script type="speculationrules">{"prerender":[{"urls":["/next"],"eagerness":"immediate"}]}</script>';
    const page = await session.visit(
      'http://prepared.example/',
      article('It rained on the ford.').replace('</body>', `${rules}<a href="/next">On</a></body>`),
    );
    await eventually('nothing was prepared', async () =>
      session.web.requests.includes('GET http://prepared.example/next') ? true : null,
    );
    await new Promise((later) => setTimeout(later, 1000));
    assert.equal(await session.browser.badge(), '');
    await page.click('a');
    await arrives(page, '/next');
    await page.bringToFront();
    await eventually('it is not read', () =>
      marksOn(page).then(
        ({ length }) => length === 1 || null,
        () => null,
      ),
    );
    assert.equal(
      await run(page, () => (performance.getEntriesByType('navigation')[0] as any).activationStart > 0),
      true,
      'it was prepared',
    );
    await opens(page);
    await eventually('the badge does not count', async () => ((await session.browser.badge()) === '1' ? true : null));
  });

  test('a document that is written anew is read, and its lines answer', async () => {
    for (const before of [html, '<!doctype html><title>Nothing yet</title>']) {
      const page = await session.visit('http://written.example/', before);
      if (before === html) await waitForMarks(page);
      await new Promise((later) => setTimeout(later, 500));
      await run(
        page,
        (html) => {
          document.open();
          document.write(html);
          document.close();
        },
        html.replaceAll('for a week', 'for a month'),
      );
      await eventually('it is not read', async () =>
        (await marksOn(page))[0]?.words === SHAKEN.replace('week', 'month') ? true : null,
      );
      await new Promise((later) => setTimeout(later, 500));
      await opens(page, SHAKEN.replace('week', 'month'));
      await page.close();
    }
  });

  test('a new root element is read, and its lines answer', async () => {
    const page = await session.visit('http://root.example/', html);
    await waitForMarks(page);
    await opens(page);
    await run(
      page,
      (html) =>
        document.documentElement.replaceWith(new DOMParser().parseFromString(html, 'text/html').documentElement),
      html.replaceAll('for a week', 'for a month'),
    );
    await eventually('it is not read', async () =>
      (await marksOn(page))[0]?.words === SHAKEN.replace('week', 'month') ? true : null,
    );
    await opens(page, SHAKEN.replace('week', 'month'));
  });
});
