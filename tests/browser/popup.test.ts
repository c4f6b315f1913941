/** The popup: the claims of the page in front, and a way to each of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import { article, page as blank, plain, river } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, isInSight, openClaimOn, run, waitForMarks } from './harness/page.ts';
import { listedIn, pageState, pressClaim, waitForPopup } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

/** Far down on the page. */
const LAST = 'Tolvia had moved a boundary stone into midstream';

inBothBrowsers((session) => {
  test('lists every claim that is marked', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    const marks = await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, LAST);
    const listed = await listedIn(popup);
    for (const { words } of marks) assert.ok(listed.some((claim) => claim.includes(words)), words);
    const state = await pageState(popup);
    assert.equal(state.status === 'article' && state.claims.length, listed.length);
    await popup.close();
  });

  test('a claim in the list leads to its words on the page and opens its card', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    assert.equal(await isInSight(page, LAST), false);
    const popup = await session.browser.popup();
    await waitForPopup(popup, LAST);
    await pressClaim(popup, LAST);
    await eventually('the claim is out of sight', async () => ((await isInSight(page, LAST)) ? true : null));
    await waitForCard(session.browser, page);
    assert.ok((await openClaimOn(page)).includes(LAST));
  });

  test('lists only the claims of a depth, of a source, or without a name, and all of them again', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    const marks = await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, LAST);
    const all = (await listedIn(popup)).length;
    const press = (name: string) =>
      popup.run((name) => {
        const button = [...document.querySelectorAll<HTMLElement>('button')].find((button) => button.textContent!.includes(name))!;
        button.focus();
        button.click();
      }, name);
    const lists = (number: number) =>
      eventually(`the popup does not list ${number}`, async () => ((await listedIn(popup)).length === number ? true : null));

    await press('2 hands');
    await lists(new Set(marks.filter(({ line }) => line === 'hearsay-2').map(({ words }) => words)).size);
    assert.equal(await popup.run(() => (document.activeElement as HTMLButtonElement).value), 'line 2', 'the focus stays');
    assert.match(await popup.run(() => document.querySelector('[role=status]')!.textContent!), new RegExp(`^\\d of ${all}$`), 'and it is told');
    await press('2 hands');
    await lists(all);
    await press('without a name');
    const nameless = await listedIn(popup);
    assert.ok(nameless.length > 0 && nameless.length < all);
    await press('Show all');
    await lists(all);
    await popup.run(() => {
      const source = document.querySelector('select')!;
      source.value = 'named Veska Tribune';
      source.dispatchEvent(new Event('change'));
    });
    await lists(3);
    assert.deepEqual(await violationsOn(popup), []);
    await popup.close();
  });

  test('axe-core finds nothing', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, LAST);
    assert.deepEqual(await violationsOn(popup), []);
    await popup.close();
  });

  test('says so when an article has no claims, and when a page is no article', async () => {
    await session.visit('http://quiet.example/bridge', article());
    const popup = await session.browser.popup();
    assert.equal((await pageState(popup)).status, 'empty');
    assert.deepEqual(await violationsOn(popup), []);
    await popup.close();

    await session.visit('http://quiet.example/short', blank('<p>Anna Fox said the bridge is shut.</p>'));
    const other = await session.browser.popup();
    assert.equal((await pageState(other)).status, 'not-article');
    await other.close();
  });

  test('what a page says becomes text, never markup', async () => {
    const markup = '&lt;img src=x onerror="document.title=1"&gt;';
    const page = await session.visit('http://sly.example/', article(`Anna Fox said the ${markup} bridge is shut.`));
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'bridge is shut');
    assert.equal(await popup.run(() => document.querySelectorAll('img').length), 0);
    assert.match((await listedIn(popup)).join(), /<img src=x/);
    await popup.close();
    assert.ok(plain.length > 0);
    assert.equal(await run(page, () => document.title), 'The bridge');
  });
});
