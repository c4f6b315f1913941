/** Turning Hearsay off for a site: at once, in every tab, below the site too, and still off tomorrow. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river, throughTwoHands } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { marksOn, pointAt, run, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { turnSwitch, waitForPopup } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const SITE = 'http://merrowpost.example/river';
const SAME_SITE = 'http://merrowpost.example/other';
const BELOW = 'http://world.merrowpost.example/river';
const ELSEWHERE = 'http://lowmark.example/river';

inBothBrowsers((session) => {
  test('switching a site off clears it at once, in every tab and below the site, and nowhere else', async () => {
    const read = async (url: string) => {
      const open = await session.visit(url, river);
      await waitForMarks(open);
      return open;
    };
    const others = [await read(SAME_SITE), await read(BELOW)];
    const elsewhere = await read(ELSEWHERE);
    const page = await read(SITE);
    await pointAt(page, throughTwoHands.words);
    await waitForCard(session.browser, page);
    await run(page, () => void ((window as never as { sameDocument: boolean }).sameDocument = true));

    const popup = await session.browser.popup();
    await waitForPopup(popup, 'merrowpost.example');
    await turnSwitch(popup);
    await waitForPopup(popup, 'Off: you turned it off for this site.');

    for (const cleared of [page, ...others]) await waitForNoMarks(cleared);
    assert.ok(await run(page, () => (window as never as { sameDocument?: boolean }).sameDocument), 'without a reload');
    assert.equal(await run(page, () => document.querySelector('hearsay-card')), null, 'the card’s element is gone');
    assert.ok((await marksOn(elsewhere)).length > 0, 'another site stays marked');
    await popup.close();
  });

  test('the switch stays as it was turned, however late storage answers, and turns back', async () => {
    const page = await session.visit('http://slow.example/river', river);
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'slow.example');
    const late = (by: number) =>
      popup.run((by) => {
        const { sync } = chrome.storage;
        const prompt = sync.get.bind(sync);
        sync.get = ((...keys: []) =>
          new Promise((later) => setTimeout(later, by)).then(() => prompt(...keys))) as typeof sync.get;
      }, by);
    await late(2000);
    await turnSwitch(popup);
    await waitForNoMarks(page);
    await new Promise((later) => setTimeout(later, 300));
    assert.equal(await popup.run(() => document.querySelector<HTMLInputElement>('[role=switch]')!.checked), false);
    await turnSwitch(popup);
    assert.ok((await waitForMarks(page)).length > 5);
    await popup.close();
  });

  test('it stays off after the browser has been closed', async () => {
    await session.restart();
    const page = await session.visit(SITE, river);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Off: you turned it off for this site.');
    assert.deepEqual(await marksOn(page), []);
    const below = await session.visit(BELOW, river);
    assert.deepEqual(await marksOn(below), []);
    await waitForMarks(await session.visit(ELSEWHERE, river));
    await popup.close();
  });

  test('switching it on again marks the page at once', async () => {
    const page = await session.visit(SITE, river);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Off: you turned it off for this site.');
    await turnSwitch(popup);
    await waitForPopup(popup, 'On');
    assert.ok((await waitForMarks(page)).length > 5);
    await popup.close();
  });
});
