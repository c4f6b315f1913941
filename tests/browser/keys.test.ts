/** The keys of the extension, from where the background hands them on to a page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river } from './harness/articles.ts';
import { send } from './harness/commands.ts';
import { eventually, marksOn, openClaimOn, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

inBothBrowsers((session) => {
  test('next and previous go from claim to claim, and say where one is', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    const [first, second] = await waitForMarks(page);
    const popup = await session.browser.popup();
    const opens = (words: string) => eventually(`“${words}” is not open`, async () => ((await openClaimOn(page)).includes(words) ? true : null));
    const spoken = () => session.browser.inCard(page, (root) => root.querySelector('[role=status]')!.textContent);
    await send(popup, 'next-claim');
    await opens(first!.words);
    assert.match((await spoken())!, /^Claim 1 of \d+\. \d hands? away/);
    await send(popup, 'next-claim');
    await opens(second!.words);
    assert.match((await spoken())!, /^Claim 2 of /);
    await send(popup, 'previous-claim');
    await opens(first!.words);
    await popup.close();
  });

  test('a key turns the site off, and on again', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await send(popup, 'toggle-site');
    await waitForNoMarks(page);
    await send(popup, 'toggle-site');
    await eventually('the site stays off', async () => ((await marksOn(page)).length > 0 ? true : null));
    await popup.close();
  });

  test('the browser knows the keys', async () => {
    const popup = await session.browser.popup();
    const names = await popup.run(async () => (await chrome.commands.getAll()).filter(({ shortcut }) => shortcut).map(({ name }) => name));
    assert.deepEqual(names.sort(), ['next-claim', 'previous-claim', 'toggle-site']);
    await popup.close();
  });
});
