/** Pointing at a marked claim opens its card; the page itself stays as it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river, throughTwoHands } from './harness/articles.ts';
import { cardOn, waitForCard, waitForNoCard } from './harness/card.ts';
import { htmlOf, marksOn, openClaimOn, pointAt, pointAway, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

inBothBrowsers((session) => {
  test('pointing at a claim opens its card with the right chain', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    await pointAt(page, throughTwoHands.words);
    const card = await waitForCard(session.browser, page);
    assert.match(card.depth, throughTwoHands.depth);
    assert.deepEqual(card.hands.slice(0, 2), throughTwoHands.hands);
    assert.match(await openClaimOn(page), new RegExp(`^${throughTwoHands.words}`));
  });

  test('only the claim that the pointer rests on opens, not one it passed on the way', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    await pointAt(page, 'Show me twelve signed months');
    await pointAt(page, 'fishing rights in return');
    await waitForCard(session.browser, page);
    assert.match(await openClaimOn(page), /fishing rights/);
  });

  test('the card goes when the pointer leaves, and Escape closes it at once', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    await pointAt(page, throughTwoHands.words);
    await waitForCard(session.browser, page);
    await pointAway(page);
    await waitForNoCard(session.browser, page);

    await pointAt(page, throughTwoHands.words);
    await waitForCard(session.browser, page);
    await page.keyboard.press('Escape');
    assert.equal(await cardOn(session.browser, page), null);
  });

  test('the page stays byte for byte what it was, but for the card’s element', async () => {
    // The page keeps a copy of itself before the extension has come.
    const script =
      '<script>addEventListener("DOMContentLoaded", () => { window.before = document.documentElement.outerHTML; });</script>';
    const page = await session.visit('http://merrowpost.example/river', river.replace('</head>', `${script}</head>`));
    const before = await run(page, () => (window as never as { before: string }).before);
    await waitForMarks(page);
    assert.equal(await htmlOf(page), before, 'after marking');
    assert.equal(
      await run(page, () => document.querySelectorAll('hearsay-card').length),
      0,
      'no element before the first card',
    );
    await pointAt(page, throughTwoHands.words);
    await waitForCard(session.browser, page);
    assert.equal(await htmlOf(page), before, 'with the card open');
    const where = await run(page, () =>
      [...document.querySelectorAll('hearsay-card')].map((card) => [card.parentNode?.nodeName, card.shadowRoot]),
    );
    assert.deepEqual(where, [['HTML', null]], 'one element, at the end of the document, closed to the page');
    assert.ok((await marksOn(page)).length > 5);
  });

  test('a page that allows nothing is read all the same', async () => {
    const policy = { 'content-security-policy': "default-src 'none'" };
    const page = await session.visit('http://strict.example/river', { html: river, headers: policy });
    await waitForMarks(page);
    await pointAt(page, throughTwoHands.words);
    const card = await waitForCard(session.browser, page);
    assert.deepEqual(card.hands.slice(0, 2), throughTwoHands.hands);
    const look = await session.browser.inCard(page, (root) => {
      const { width, height } = root.querySelector('[role=dialog]')!.getBoundingClientRect();
      return { width, height };
    });
    assert.ok(look!.width > 250 && look!.width < 400 && look!.height > 80, 'the card has its style');
  });
});
