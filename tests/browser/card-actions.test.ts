/** What a reader can do from the card: see where the page says it, go on with the same source, take it along. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { violationsOnCard } from './harness/accessibility.ts';
import { article, page as pageWith, plain } from './harness/articles.ts';
import { boxOnCard, pressOnCard, waitForCard } from './harness/card.ts';
import { eventually, isInSight, openClaimOn, pointAt, run, waitForMarks, wordsOf } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const INTRODUCED = 'A study by the Ford Institute found that the boards were soft.';
const FROM_COURIER = 'the oak had come by boat';
const CLAIMS = [
  `The Tessaly Courier reported on Monday that ${FROM_COURIER}, citing a ferryman.`,
  'The miller, Ann Roe, said that the bridge had shaken for a week.',
  'The Tessaly Courier also reported that the fence would stay until May.',
];

inBothBrowsers((session) => {
  const open = async (html: string, words: string): Promise<Page> => {
    const page = await session.visit('http://deeds.example/bridge?at=ford#boards', html);
    await waitForMarks(page);
    await pointAt(page, words);
    await waitForCard(session.browser, page);
    return page;
  };
  const flashed = (page: Page) =>
    eventually('nothing flashes', async () => (await wordsOf(page, 'hearsay-flash')) || null);
  /** What a field on the page gets from the clipboard. */
  const pasted = async (page: Page) => {
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    return run(page, () => document.querySelector('textarea')!.value);
  };
  const withField = article(...CLAIMS).replace('<h1>', '<textarea></textarea><h1>');

  test('words quoted from the page flash where they stand, without a change to the page', async () => {
    const page = await open(article(...CLAIMS), FROM_COURIER);
    const before = await run(page, () => document.body.outerHTML);
    await pressOnCard(session.browser, page, '“citing a ferryman”');
    assert.match(await flashed(page), /citing a ferryman/);
    await eventually('it flashes for ever', async () => ((await wordsOf(page, 'hearsay-flash')) === '' ? true : null));
    assert.equal(await run(page, () => document.body.outerHTML), before);
    await waitForCard(session.browser, page);
  });

  test('with less motion wanted, words stay in the wash without blinking', async () => {
    if (session.browser.name === 'firefox') return;
    const page = await session.visit('http://deeds.example/bridge', article(...CLAIMS));
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await waitForMarks(page);
    await pointAt(page, FROM_COURIER);
    await waitForCard(session.browser, page);
    await pressOnCard(session.browser, page, '“citing a ferryman”');
    await flashed(page);
    for (let looks = 0; looks < 8; looks++) {
      assert.match(await wordsOf(page, 'hearsay-flash'), /ferryman/);
      await new Promise((later) => setTimeout(later, 120));
    }
    const fade = await session.browser.inCard(
      page,
      (root) => getComputedStyle(root.querySelector('.card')!).animationDuration,
    );
    assert.equal(fade, '0s');
  });

  test('“the study” shows where the study was introduced, and the card comes along', async () => {
    const gap = '<div style="height: 3000px"></div>';
    const html = pageWith(
      `<p>${INTRODUCED}</p><p>${plain.join('</p><p>')}</p>${gap}<p>The study said that the mill would close before the winter.</p>`,
    );
    const page = await open(html, 'the mill would close');
    assert.equal(await isInSight(page, 'A study by the Ford Institute'), false);
    await pressOnCard(session.browser, page, '“A study by the Ford Institute”');
    assert.match(await flashed(page), /Ford Institute/);
    assert.equal(await isInSight(page, 'A study by the Ford Institute'), true);
    await new Promise((later) => setTimeout(later, 600));
    const { y, bottom } = await boxOnCard(session.browser, page, '.card');
    assert.ok(y >= 0 && bottom <= 800, 'the card is in sight');
    assert.equal((await waitForCard(session.browser, page)).depth, '1 hand away');
  });

  test('a name shows where the page gave it, when the claim only says “it”', async () => {
    const page = await open(
      article(CLAIMS[0]!, 'It said that the fence would stay until May.'),
      'the fence would stay',
    );
    await pressOnCard(session.browser, page, 'Tessaly Courier');
    assert.equal(await flashed(page), 'The Tessaly Courier');
  });

  test('goes on to the next claim from the same source, round and round; a source of one claim has no such button', async () => {
    const page = await open(article(...CLAIMS), FROM_COURIER);
    await pressOnCard(session.browser, page, 'More');
    for (const words of ['the fence would stay until May', FROM_COURIER]) {
      await pressOnCard(session.browser, page, 'Next claim from this source');
      await eventually(`“${words}” is not open`, async () => ((await openClaimOn(page)).includes(words) ? true : null));
    }
    await pressOnCard(session.browser, page, 'Next claim');
    await eventually('the miller is not open', async () =>
      (await openClaimOn(page)).includes('shaken') ? true : null,
    );
    const hidden = await session.browser.inCard(page, (root) =>
      [...root.querySelectorAll<HTMLElement>('.rest > button')].map((button) => [button.textContent, button.hidden]),
    );
    assert.deepEqual(hidden, [
      ['Next claim from this source', true],
      ['Copy as citation', false],
      ['Something wrong? Copy details', false],
    ]);
  });

  test('the claim can be copied as a citation, from its origin to the page', async () => {
    const page = await open(withField, FROM_COURIER);
    await pressOnCard(session.browser, page, 'More');
    await pressOnCard(session.browser, page, 'Copy as citation');
    await pressOnCard(session.browser, page, 'Copied');
    const today = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format();
    assert.equal(
      await pasted(page),
      `“the oak had come by boat”: “a ferryman”, cited by Tessaly Courier, cited in “The bridge”, Deeds, http://deeds.example/bridge?at=ford (read on ${today})`,
    );
  });

  test('a claim that looks wrong can be copied as a report, and nothing is sent', async () => {
    const page = await open(withField, FROM_COURIER);
    const requests = session.web.requests.length;
    await pressOnCard(session.browser, page, 'More');
    await pressOnCard(session.browser, page, 'Something wrong? Copy details');
    await pressOnCard(session.browser, page, 'Details copied. Nothing was sent');
    const report = await pasted(page);
    assert.match(
      report,
      /^Hearsay \d+\.\d+\.\d+: a claim that looks wrong\n\nPage: http:\/\/deeds\.example\/bridge\?at=ford\nText: The Tessaly Courier reported on Monday that/,
    );
    assert.match(
      report,
      /\nShown: “the oak had come by boat” \(2 hands away\).*\nFound: \{"kind":"speech".*"rule":.*\}\nWhat is wrong: $/,
    );
    assert.equal(session.web.requests.length, requests);
  });

  test('a page that listens to copying cannot have other words copied than the card says', async () => {
    const listens = `<script>addEventListener('copy', (event) => { event.stopImmediatePropagation(); event.clipboardData.setData('text/plain', 'mine'); event.preventDefault(); }, true);</script>`;
    // Firefox knows no policy for the clipboard.
    const forbidden = session.browser.name === 'chromium' ? 'Not copied' : 'Copied';
    const pages: [url: string, headers: Record<string, string>, wanted: string][] = [
      ['http://localhost/bridge', {}, 'Copied'],
      ['http://deeds.example/bridge', {}, 'Not copied'],
      ['http://localhost/bridge', { 'permissions-policy': 'clipboard-write=()' }, forbidden],
    ];
    for (const [url, headers, wanted] of pages) {
      const page = await session.visit(url, { html: withField.replace('</head>', `${listens}</head>`), headers });
      await waitForMarks(page);
      await pointAt(page, FROM_COURIER);
      await waitForCard(session.browser, page);
      await pressOnCard(session.browser, page, 'Copy');
      const said = await eventually('the card says nothing', () =>
        session.browser.inCard(page, (root) => root.querySelector('.spoken')!.textContent || null),
      );
      assert.match(said, new RegExp(`^${wanted}`));
      const words = await pasted(page);
      if (wanted === 'Copied')
        assert.match(
          words,
          /^“the oak had come by boat” .*\nhttp:\/\/localhost\/bridge#:~:text=the%20oak%20had%20come%20by%20boat$/,
        );
      await page.close();
    }
  });

  test('axe-core finds nothing on the card', async () => {
    const page = await open(article(...CLAIMS), FROM_COURIER);
    await pressOnCard(session.browser, page, 'More');
    assert.deepEqual(await violationsOnCard(session.browser, page), []);
  });

  test('the card opens the source map, where a page may', async () => {
    const page = await open(article(...CLAIMS), FROM_COURIER);
    if (session.browser.name === 'firefox') {
      assert.doesNotMatch((await waitForCard(session.browser, page)).all, /Source map/);
      return;
    }
    await pressOnCard(session.browser, page, 'Source map');
    const popup = await session.browser.popup();
    await eventually('no panel opened', async () =>
      (await popup.run(
        async () =>
          (
            await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as chrome.runtime.ContextType] })
          ).length,
      )) > 0
        ? true
        : null,
    );
    await popup.close();
  });
});
