/** The keys of the extension, and the card without a pointer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river, throughTwoHands } from './harness/articles.ts';
import { waitForCard, waitForNoCard } from './harness/card.ts';
import { eventually, marksOn, openClaimOn, run, waitForMarks, waitForNoMarks, wordsOf } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

inBothBrowsers((session) => {
  test('next and previous go from claim to claim, and say where one is', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    const [first, second] = await waitForMarks(page);
    const opens = (words: string) =>
      eventually(`“${words}” is not open`, async () => ((await openClaimOn(page)).includes(words) ? true : null));
    const spoken = () => session.browser.inCard(page, (root) => root.querySelector('[role=status]')!.textContent);
    await session.browser.pressKey('next-claim');
    await opens(first!.words);
    assert.match((await spoken())!, /^Claim 1 of \d+\. According to .+ \d hands? away/);
    await session.browser.pressKey('next-claim');
    await opens(second!.words);
    assert.match((await spoken())!, /^Claim 2 of /);
    await session.browser.pressKey('previous-claim');
    await opens(first!.words);
  });

  test('a key turns the site off, and on again', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    await session.browser.pressKey('toggle-site');
    await waitForNoMarks(page);
    await session.browser.pressKey('toggle-site');
    await eventually('the site stays off', async () => ((await marksOn(page)).length > 0 ? true : null));
  });

  test('a key opens the panel beside the page', async (context) => {
    if (session.browser.name === 'chromium')
      return context.skip('Chromium opens a panel only for a key that a hand has pressed.');
    await waitForMarks(await session.visit('http://merrowpost.example/river', river));
    await session.browser.pressKey('open-panel');
    await eventually('the panel is not open', async () => (await session.browser.panelIsOpen()) || null);
  });

  test('a page with the same access key keeps it, and the extension keeps its own key', async (context) => {
    if (session.browser.name === 'chromium')
      return context.skip('Chromium listens for keys outside what a driver reaches.');
    const page = await session.visit(
      'http://merrowpost.example/river',
      river.replace('<body>', '<body><a href="#gone" accesskey="j">J</a>'),
    );
    await waitForMarks(page);
    await session.browser.pressKey('toggle-site');
    await waitForNoMarks(page);
    assert.equal(page.url(), 'http://merrowpost.example/river');
    await session.browser.pressKey('toggle-site');
    await waitForMarks(page);
  });

  test('a key says why where there is no claim to go to', async () => {
    const page = await session.visit(
      'http://merrowpost.example/short',
      '<!doctype html><html lang="en"><p>Nothing to read.',
    );
    await new Promise((later) => setTimeout(later, 500));
    await session.browser.pressKey('next-claim');
    await eventually('nothing is said', () =>
      session.browser.inCard(
        page,
        (root) => root.querySelector('.message [role=status]')?.textContent === 'This page is not an article' || null,
      ),
    );
  });

  test('the browser knows the keys', async () => {
    const popup = await session.browser.popup();
    const names = await popup.run(async () =>
      (await chrome.commands.getAll()).filter(({ shortcut }) => shortcut).map(({ name }) => name),
    );
    assert.deepEqual(names.sort(), ['next-claim', 'open-panel', 'previous-claim', 'toggle-site']);
    await popup.close();
  });

  test('the card is used without a pointer: Tab leads in, arrows go on, Enter presses, Escape leads back', async () => {
    const page = await session.visit(
      'http://merrowpost.example/river',
      river.replace('<body>', '<body><input id="field">'),
    );
    await waitForMarks(page);
    await page.focus('#field');
    await session.browser.pressKey('next-claim');
    await waitForCard(session.browser, page);
    const focused = () =>
      session.browser.inCard(
        page,
        (root) => root.activeElement && `${root.activeElement.localName} ${root.activeElement.ariaLabel ?? ''}`.trim(),
      );
    assert.equal(await run(page, () => document.activeElement!.id), 'field', 'the focus stays where it was');

    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'section');
    const first = await openClaimOn(page);
    await page.keyboard.press('ArrowRight');
    await eventually('the next claim is not open', async () => ((await openClaimOn(page)) !== first ? true : null));
    await page.keyboard.press('ArrowLeft');
    await eventually('the first claim is not open', async () => ((await openClaimOn(page)) === first ? true : null));
    for (let steps = 0; steps < 2; steps++) await page.keyboard.press('ArrowRight');
    await eventually('the third claim is not open', async () =>
      (await openClaimOn(page)).startsWith(throughTwoHands.words) ? true : null,
    );
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'button Close (Esc)');
    await page.keyboard.press('Tab');
    assert.match((await focused())!, /^bdi/);
    await page.keyboard.press('Enter');
    await eventually('nothing flashes', async () => (await wordsOf(page, 'hearsay-flash')) || null);

    await page.keyboard.press('Escape');
    await waitForNoCard(session.browser, page);
    assert.equal(await run(page, () => document.activeElement!.id), 'field');
  });
});
