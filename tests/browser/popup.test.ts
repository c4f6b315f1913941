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
    for (const { words } of marks)
      assert.ok(
        listed.some((claim) => claim.includes(words)),
        words,
      );
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

  test('over a page of the browser’s own the button says that no extension comes there, and does not ask to be pressed again', async (context) => {
    if (session.browser.name === 'firefox') return context.skip('Its driver opens none of Firefox’s own pages.');
    const page = await session.browser.open('chrome://version');
    const popup = await session.browser.pressButton(page);
    const said = await eventually('nothing is said', () =>
      popup.run(() => document.querySelector('main h2')?.parentElement?.textContent ?? null),
    );
    assert.match(said, /Browsers keep extensions out of their own pages/);
    assert.equal(await popup.run(() => document.querySelector<HTMLInputElement>('[role=switch]')!.disabled), true);
    await popup.close();
    await page.close();
  });

  test('lists only the claims of a depth, of a source, or without a name, and all of them again', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    const marks = await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, LAST);
    const all = (await listedIn(popup)).length;
    const press = (name: string) =>
      popup.run((name) => {
        const button = [...document.querySelectorAll<HTMLElement>('button')].find((button) =>
          button.textContent!.includes(name),
        )!;
        button.focus();
        button.click();
      }, name);
    const lists = (number: number) =>
      eventually(`the popup does not list ${number}`, async () =>
        (await listedIn(popup)).length === number ? true : null,
      );

    await press('2 hands');
    await lists(new Set(marks.filter(({ line }) => line === 'hearsay-2').map(({ words }) => words)).size);
    assert.equal(
      await popup.run(() => (document.activeElement as HTMLButtonElement).value),
      'line 2',
      'the focus stays',
    );
    assert.match(
      await popup.run(() => document.querySelector('[role=status]')!.textContent!),
      new RegExp(`^\\d of ${all}$`),
      'and it is told',
    );
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

  test('says the page in a line, whose copy it is and where it is thin; no row is of nothing, and the button says the line too', async () => {
    const AIDE = 'An aide to the mayor said the boards were rotten.';
    const page = await session.visit(
      'http://thin.example/bridge',
      blank(
        [
          'ORLE (AP) — Mayor Anna Fox said the bridge would open on Monday.',
          ...plain,
          AIDE,
          'The aide to the mayor said the mill was next.',
          'The Orle Courier reported, citing Tavi Ren, that oak was dear.',
          'Police said the fence was cut.',
        ]
          .map((words) => `<p>${words}</p>`)
          .join(''),
      ),
    );
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'rotten');
    const glance = await popup.run(() => ({
      line: document.querySelector('.glance h2')!.textContent,
      wire: document.querySelector('.glance .aside')!.textContent,
      rows: [...document.querySelectorAll('.bars .toggle')].map((row) => (row as HTMLButtonElement).value),
      thin: [...document.querySelectorAll('.thin .claim')].map(({ textContent }) => textContent),
      sources: [...document.querySelectorAll('.group .name')].map(({ textContent }) => textContent!.toLowerCase()),
    }));
    assert.deepEqual(glance, {
      line: '5 claims · 3 by name · 2 without a name · 1 second-hand',
      wire: 'Wire copy: AP',
      rows: ['line 1', 'line 2', 'nameless'],
      thin: ['2 paragraphs rest on “An aide to the mayor” alone'],
      sources: ['“an aide to the mayor”', 'anna fox', 'orle courier', '“police”'],
    });
    const title = await popup.run(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      return chrome.action.getTitle({ tabId: tab!.id! });
    });
    assert.equal(title, `Hearsay: ${glance.line}`);
    await popup.run(() => document.querySelector<HTMLElement>('.thin .claim')!.click());
    await waitForCard(session.browser, page);
    assert.match(await openClaimOn(page), /the boards were rotten/);
  });

  test('where one sort of claims is all there is, there is nothing to choose', async () => {
    const page = await session.visit(
      'http://fox.example/bridge',
      article('Mayor Anna Fox said the bridge would open on Monday.'),
    );
    await waitForMarks(page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Monday');
    assert.deepEqual(
      await popup.run(() => [
        document.querySelector('.glance h2')!.textContent,
        document.querySelectorAll('.bars').length,
      ]),
      ['1 claim · 1 by name', 0],
    );
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
