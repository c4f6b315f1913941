/** Where a reader's browser lets the extension read a site only when its button is pressed: what the popup says, and the one button that asks for more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import { river } from './harness/articles.ts';
import type { ToolbarPopup } from './harness/browser.ts';
import { eventually, marksOn, openClaimOn, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const ASKS = 'Allow on merrowpost.example';
const ORIGIN = 'http://merrowpost.example/*';

const textOf = (popup: ToolbarPopup) => popup.run(() => document.body.textContent ?? '');

inBothBrowsers((session) => {
  test('a page of a withheld site is left alone', async () => {
    await session.browser.withhold();
    const page = await session.visit('http://merrowpost.example/river', river);
    await new Promise((later) => setTimeout(later, 1000));
    assert.deepEqual(await marksOn(page), []);
  });

  test('a key has it read this once, where the browser lets a key do so; else the popup says why', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await session.browser.pressKey('next-claim');
    if (session.browser.name === 'firefox') {
      await waitForMarks(page);
      await eventually('the first claim is not open', async () => (await openClaimOn(page)) || null);
      await page.close();
      return;
    }
    // What a driver presses is no key for Chromium, so it lets nobody in.
    await eventually('no popup says why', () => session.browser.popupIsOpen().then((isOpen) => isOpen || null));
    await page.close();
  });

  test('the button has it read this once, says so, and asks for the site', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    const popup = await session.browser.pressButton(page);
    await waitForMarks(page);
    const said = await eventually('the popup lists no claims', async () => {
      const said = await textOf(popup);
      return said.includes('22 claims') ? said : null;
    });
    assert.match(said, /Read just this time\. Your browser asks each time\./);
    assert.ok(said.includes(ASKS));
    assert.deepEqual(await violationsOn(popup), []);
    await popup.close();
  });

  test('a page that was open before the extension came is read this once, and for good when the reader lets it', async () => {
    await session.browser.turn(false);
    const page = await session.visit('http://merrowpost.example/river', river);
    await session.browser.turn(true);
    await run(page, () => void ((window as never as { sameDocument: boolean }).sameDocument = true));
    const popup = await session.browser.pressButton(page);
    await waitForMarks(page);
    await eventually('the popup does not say so and ask', async () => {
      const said = await textOf(popup);
      return (/Read just this time\. Your browser asks each time\./.test(said) && said.includes(ASKS)) || null;
    });
    assert.deepEqual(await violationsOn(popup), []);

    await popup.press(ASKS);
    await session.browser.letIn(ORIGIN);
    assert.ok((await waitForMarks(page)).length > 5);
    assert.ok(await run(page, () => (window as never as { sameDocument?: boolean }).sameDocument), 'without a reload');
    await popup.close();

    const again = await session.browser.pressButton(page);
    assert.doesNotMatch(await textOf(again), /Your browser asks each time/);
    await again.close();
  });

  test('its other pages are read from then on, and other sites are not', async () => {
    await waitForMarks(await session.visit('http://merrowpost.example/other', river));
    const elsewhere = await session.visit('http://lowmark.example/river', river);
    await new Promise((later) => setTimeout(later, 1000));
    assert.deepEqual(await marksOn(elsewhere), []);

    await session.browser.letIn('http://lowmark.example/*');
    await waitForMarks(elsewhere);
  });
});
