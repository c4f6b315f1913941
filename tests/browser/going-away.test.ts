/** Lines never outlive what made them: the extension is turned off, renewed or kept from a site while an article is open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { river, throughTwoHands } from './harness/articles.ts';
import { cardOn, waitForCard } from './harness/card.ts';
import { eventually, pointAt, pointAway, run, waitForMarks } from './harness/page.ts';
import { turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const SITE = 'http://merrowpost.example/river';

inBothBrowsers((session) => {
  /** What a reader sees: whether the claim's words look as they do with nothing below them, and whether a card stands beside them. */
  const picture = async (page: Page) => {
    const clip = await run(
      page,
      (words) => {
        const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => textContent!.includes(words))!;
        const { x, y, width, height } = paragraph.getBoundingClientRect();
        return { x: x + scrollX, y: y + scrollY, width, height };
      },
      throughTwoHands.words,
    );
    return page.screenshot({ clip, encoding: 'base64' });
  };
  /** What the article looks like without the extension. */
  let bare = '';
  /** An article with a claim’s card open. */
  const read = async (): Promise<Page> => {
    const page = await session.visit(SITE, river);
    await waitForMarks(page);
    await pointAt(page, throughTwoHands.words);
    await waitForCard(session.browser, page);
    return page;
  };
  const pictureAlone = async (page: Page) => {
    await run(
      page,
      (words) => {
        const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => textContent!.includes(words))!;
        scrollTo({ top: paragraph.getBoundingClientRect().top + scrollY - 300, behavior: 'instant' });
      },
      throughTwoHands.words,
    );
    return picture(page);
  };
  const isBare = async (page: Page) => {
    await page.mouse.move(3, 3);
    await eventually('lines or a card are still to be seen', async () =>
      (await pictureAlone(page)) === bare ? true : null,
    );
  };
  const works = async (page: Page) => {
    await pointAway(page);
    await eventually('the card does not open', async () => {
      await pointAt(page, throughTwoHands.words);
      await new Promise((later) => setTimeout(later, 700));
      return cardOn(session.browser, page);
    });
    assert.equal(await run(page, () => document.querySelectorAll('hearsay-card').length), 1, 'one card, not two');
    await pointAway(page);
  };

  test('a page that was open before the extension came is read when it comes', async () => {
    await session.browser.turn(false);
    const page = await session.visit(SITE, river);
    bare = await pictureAlone(page);
    await session.browser.turn(true);
    await waitForMarks(page);
    await works(page);
    await page.close();
  });

  test('turned off, its lines and its card go; turned on again, the open page is read', async () => {
    const page = await read();
    await session.browser.turn(false);
    await isBare(page);
    // Until the page is loaded again the look stays in Chromium, and no line wears it; in Firefox lines stay without a look.
    const left = await run(page, () => ({
      look: getComputedStyle(document.querySelector('p')!, '::highlight(hearsay-1)').textDecorationLine,
      worn: CSS.highlights.size > 0,
    }));
    assert.deepEqual(
      left,
      session.browser.name === 'chromium' ? { look: 'underline', worn: false } : { look: 'none', worn: true },
    );
    await session.browser.turn(true);
    await eventually('the page is not read again', async () => ((await pictureAlone(page)) !== bare ? true : null));
    await works(page);
    await page.close();
  });

  test('renewed, an open page answers and can be switched off', async () => {
    const page = await read();
    await session.browser.renew();
    await works(page);
    const popup = await session.browser.popup();
    await turnSwitch(popup);
    await isBare(page);
    await turnSwitch(popup);
    await waitForMarks(page);
    await popup.close();
    await page.close();
  });

  test('kept from a site, it leaves the open page, and comes back when it is let in', async () => {
    const page = await read();
    await session.browser.withhold();
    await isBare(page);
    await session.browser.letIn('http://merrowpost.example/*');
    await waitForMarks(page);
    await works(page);
  });
});
