/**
 * A claim is followed from page to page: through a lost hedge, around a loop, by a lying link, to a page that is missing. Nothing
 * is asked of any site that was not pressed, and what is kept is gone with the tab.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { violationsOnCard } from './harness/accessibility.ts';
import { article, page as pageOf } from './harness/articles.ts';
import { cardOn, pressOnCard, waitForNoCard } from './harness/card.ts';
import { by, COURIER, Following, GAZETTE, GONE, LANTERN, LIES, PAGES, type Press } from './harness/following.ts';
import { eventually, htmlOf, isInSight, openClaimOn, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

inBothBrowsers((session) => {
  const trail = new Following(session);
  const begin = () => trail.begin();
  const press = (page: Page, url: string) => trail.press(page, url);
  const follow = (page: Page, words: string, url: string) => trail.follow(page, words, url);
  const told = (page: Page, words: RegExp) => trail.told(page, words);
  const kept = () => trail.kept();
  /** What is stored in all areas. */
  const stored = async () => {
    const page = await session.browser.ownPage('whats-new.html');
    const areas = await page.run(() =>
      Promise.all([chrome.storage.sync, chrome.storage.local, chrome.storage.session].map((area) => area.get(null))),
    );
    await page.close();
    return areas;
  };

  test('a claim is found again, with the hedge that was lost, and counted on', async () => {
    const lantern = await begin();
    const gazette = await follow(lantern, 'The pier at Lowby', GAZETTE);
    const card = await told(gazette, /Followed here from Lowby Lantern/);
    assert.match(card, /Pellworth Gazette says it with caution, Lowby Lantern does not/);
    assert.match(card, /As the first page says1 hand away/);
    assert.match(card, /As the trail shows2 hands away. Pellworth Gazette, citing (?:the )?Tarn Courier/);
    assert.equal(await openClaimOn(gazette), 'The pier at Lowby may have lost 40 of its beams to the worm');
    assert.equal(await isInSight(gazette, 'The pier at Lowby may have lost'), true);
    assert.deepEqual(
      await session.browser.inCard(gazette, (root) =>
        [...root.querySelectorAll('mark')].map((mark) => mark.textContent),
      ),
      ['has', 'may have'],
    );
    const spoken = await eventually('nothing is read out', () =>
      session.browser.inCard(gazette, (root) => root.querySelector('[role=status]')?.textContent || null),
    );
    assert.match(
      spoken,
      /Followed here from Lowby Lantern\. As the first page says: 1 hand away\. As the trail shows: 2 hands away\.$/,
    );
    assert.deepEqual(await violationsOnCard(session.browser, gazette), []);
    assert.deepEqual(session.web.requests, [`GET ${GAZETTE}`]);
    const [synced, local, ...inMemory] = await stored();
    assert.deepEqual(
      [synced, local, inMemory.flatMap(Object.keys).map((key) => key.replace(/\d+$/, ''))],
      [{}, {}, ['begun', 'trail:']],
    );
    await gazette.close();
    await lantern.close();
    await eventually('a trail is kept', async () => ((await kept()) === 0 ? true : null));
    assert.deepEqual(await stored(), [{}, {}, { begun: true }]);
  });

  test('a trail that comes back is called circular, and where', async () => {
    const lantern = await begin();
    const gazette = await follow(lantern, 'The pier at Lowby', GAZETTE);
    await told(gazette, /Followed here from Lowby Lantern/);
    const courier = await press(gazette, COURIER);
    const card = await told(courier, /Followed here from Pellworth Gazette/);
    assert.match(card, /As the first page says1 hand away/);
    assert.match(
      card,
      /As the trail shows2 hands away. Pellworth Gazette, citing (?:the )?Tarn Courier\..*Circular: the trail comes back to Lowby Lantern/,
    );
    const again = await press(courier, LANTERN);
    assert.match(
      await told(again, /Followed here from Tarn Courier/),
      /Circular: the trail comes back to Lowby Lantern/,
    );
    assert.deepEqual(
      session.web.requests,
      [GAZETTE, COURIER, LANTERN].map((url) => `GET ${url}`),
    );
    assert.equal(await kept(), 3);
    for (const page of [again, courier, gazette, lantern]) await page.close();
    await eventually('a trail is kept', async () => ((await kept()) === 0 ? true : null));
  });

  test('the panel shows the trail of the tab in front, and lets the reader end it', async () => {
    const lantern = await begin();
    const panel = await session.browser.ownPage('side-panel.html');
    const said = () =>
      panel.run(() => (document.querySelector('.trail-above')?.textContent ?? '').replace(/\s+/g, ' '));
    await lantern.bringToFront();
    const gazette = await follow(lantern, 'The pier at Lowby', GAZETTE);
    await eventually('the panel says nothing of it', async () =>
      /As the first page says1 hand away.*As the trail shows2 hands away/.test(await said()) ? true : null,
    );
    await lantern.bringToFront();
    await eventually('the panel speaks of another tab', async () => ((await said()) === '' ? true : null));
    await gazette.bringToFront();
    await eventually('the panel says nothing of it', async () =>
      /Followed here from Lowby Lantern/.test(await said()) ? true : null,
    );
    await panel.run(() => document.querySelector<HTMLElement>('.trail-above .end')!.click());
    await eventually('the trail is kept', async () => ((await kept()) === 0 ? true : null));
    await eventually('the panel still shows it', async () => ((await said()) === '' ? true : null));
    for (const page of [gazette, lantern]) await page.close();
    await panel.close();
  });

  test('a link that lies leads to no claim, and what comes closest can be looked at', async () => {
    const lantern = await begin();
    const lies = await follow(lantern, 'The mill at Lowby', LIES);
    const said = await told(lies, /was not found on this page/);
    assert.match(said, /followed from Lowby Lantern/);
    await pressOnCard(session.browser, lies, '“A brewer from Orme said that his beer was the best of all.”');
    await eventually('the words are not marked', async () =>
      (await openClaimOn(lies)).includes('A brewer from Orme') ? true : null,
    );
    assert.deepEqual(session.web.requests, [`GET ${LIES}`]);
    assert.deepEqual(await violationsOnCard(session.browser, lies), []);
    await lies.close();
    await lantern.close();
  });

  test('a page that is missing, one that asks to sign in and one in another language say so', async () => {
    const lantern = await begin();
    const german = pageOf(
      '<p>Die Brücke an der kleinen Furt wurde am Dienstag nach einer Nacht mit starkem Regen gesperrt, weil zwei Bretter fehlten.</p>'.repeat(
        6,
      ),
      'de',
    );
    const cases: [answer: Parameters<typeof session.web.publish>[1], words: RegExp][] = [
      [
        { html: '<!doctype html><html lang="en"><title>Lost</title><p>There is nothing here.', status: 404 },
        /could not be looked for here. The site says that there is no such page/,
      ],
      [
        '<!doctype html><html lang="en"><title>Sign in</title><form><input type="password"></form>',
        /The site asks you to sign in/,
      ],
      [german, /in another language: German/],
      ['<!doctype html><html lang="en"><title>A list</title><p>Nothing.', /does not read like an article in English/],
    ];
    for (const [answer, words] of cases) {
      session.web.publish(GONE, answer);
      const gone = await follow(lantern, 'The weir at Lowby', GONE);
      await told(gone, words);
      await gone.close();
      await lantern.bringToFront();
    }
    await lantern.close();
  });

  test('a redirect is gone along with, and where no extension may look the button says so', async () => {
    const lantern = await begin();
    session.web.publish(GONE, { html: '', status: 302, headers: { location: LIES } });
    session.web.publish(LIES, by('Daily Lies', article('The weir at Lowby was mended by night, Nora Vey said.')));
    await trail.cardOf(lantern, 'The weir at Lowby');
    const lies = await press(lantern, LIES);
    assert.match(await told(lies, /Followed here from Lowby Lantern/), /did not come from anybody called Daily Lies/);
    assert.deepEqual(
      session.web.requests,
      [GONE, LIES].map((url) => `GET ${url}`),
    );
    await lies.close();
    session.web.publish(GONE, {
      html: '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>',
      headers: { 'content-type': 'application/pdf' },
    });
    await lantern.bringToFront();
    const pdf = await follow(lantern, 'The weir at Lowby', GONE);
    // Chromium lets the extension into the page that it shows such a file in, but not every Chromium has such a page.
    const isTold = () =>
      session.browser.inCard(pdf, (root) => /could not be looked for here/.test(root.textContent ?? ''));
    await eventually('neither page nor button say anything', async () =>
      (await isTold()) || (await session.browser.badge()) === '?' ? true : null,
    );
    await pdf.close();
    await lantern.close();
  });

  test('a page whose pictures never come says what it is all the same, and one that leads on by itself is not spoken of', async () => {
    const lantern = await begin();
    session.web.publish('http://gone.example/slow.png', {
      html: '',
      headers: { 'content-type': 'image/png' },
      endless: true,
    });
    session.web.publish(
      GONE,
      '<!doctype html><html lang="en"><title>A list</title><p>Nothing.<img src="/slow.png" alt="">',
    );
    const slow = await follow(lantern, 'The weir at Lowby', GONE);
    await told(slow, /does not read like an article in English/);
    await slow.close();
    await lantern.bringToFront();
    session.web.publish(
      GONE,
      `<!doctype html><html lang="en"><title>One moment</title><p>You are led on.<img src="/slow.png" alt=""><script>setTimeout(() => location.replace('${LIES}'), 500)</script>`,
    );
    const lies = await follow(lantern, 'The weir at Lowby', LIES);
    await told(lies, /was not found on this page/);
    await lies.close();
    await lantern.close();
  });

  test('a press that opens a tab behind or a window of its own is followed as any other', async () => {
    const lantern = await begin();
    for (const how of [{ button: 'middle' }, { key: 'Control' }, { key: 'Shift' }] as Press[]) {
      await trail.cardOf(lantern, 'The pier at Lowby');
      const gazette = await trail.press(lantern, GAZETTE, how, false);
      const isBehind = await run(lantern, () => !document.hidden);
      if (how.key !== 'Shift') assert.equal(isBehind, true, JSON.stringify(how));
      await gazette.bringToFront();
      await told(gazette, /Followed here from Lowby Lantern/);
      await gazette.close();
      await lantern.bringToFront();
    }
    assert.deepEqual(session.web.requests, Array(3).fill(`GET ${GAZETTE}`));
    await lantern.close();
  });

  test('a page that opens behind and cannot be read says so when it is looked at, though the background has ended', async () => {
    const lantern = await begin();
    session.web.publish(GONE, '<!doctype html><html lang="en"><title>A list</title><p>Nothing.');
    await trail.cardOf(lantern, 'The weir at Lowby');
    const gone = await trail.press(lantern, GONE, { button: 'middle' }, false);
    await eventually('no trail is kept', async () => ((await kept()) === 1 ? true : null));
    // Firefox does not wake the background for a tab; see `listenWhileFollowing`.
    if (session.browser.name === 'chromium') await session.browser.stopBackground();
    await gone.bringToFront();
    await told(gone, /does not read like an article in English/);
    await gone.close();
    await lantern.close();
  });

  test('a site that sends to its sign-in says so, and the article behind it is found', async () => {
    const lantern = await begin();
    const signIn = 'http://gone.example/sign-in';
    session.web.publish(GONE, { html: '', status: 302, headers: { location: signIn } });
    session.web.publish(
      signIn,
      '<!doctype html><html lang="en"><title>Sign in</title><form><input type="password"></form>',
    );
    await trail.cardOf(lantern, 'The weir at Lowby');
    const gone = await press(lantern, signIn);
    await told(gone, /The site asks you to sign in/);
    session.web.publish(
      GONE,
      by('Pellworth Gazette', article('The weir at Lowby was mended by night, Nora Vey said.')),
    );
    await gone.goto(GONE);
    await told(gone, /Followed here from Lowby Lantern.*2 hands away/);
    await gone.close();
    await lantern.close();
  });

  test('a link to the page itself finds the claim there, and calls the trail circular', async () => {
    session.web.publish(LANTERN, '');
    const lantern = await trail.begin({ ...PAGES, [LANTERN]: PAGES[LANTERN]!.replaceAll(GAZETTE, LANTERN) });
    const again = await follow(lantern, 'The pier at Lowby', LANTERN);
    assert.match(
      await told(again, /Followed here from Lowby Lantern/),
      /Circular: the trail comes back to Lowby Lantern/,
    );
    await again.close();
    await lantern.close();
  });

  test('a tab that closes midway takes its trail along, and forty at once are kept apart', async () => {
    const lantern = await begin();
    session.web.publish('http://gone.example/slow.png', {
      html: '',
      headers: { 'content-type': 'image/png' },
      endless: true,
    });
    session.web.publish(
      GONE,
      '<!doctype html><html lang="en"><title>A list</title><p>Nothing.<img src="/slow.png" alt="">',
    );
    const gone = await follow(lantern, 'The weir at Lowby', GONE);
    await eventually('no trail is kept', async () => ((await kept()) === 1 ? true : null));
    await gone.close();
    await eventually('a trail is kept', async () => ((await kept()) === 0 ? true : null));
    await lantern.bringToFront();
    const behind: Page[] = [];
    for (let tabs = 0; tabs < 40; tabs++) {
      if (tabs === 0 || !(await cardOn(session.browser, lantern))) await trail.cardOf(lantern, 'The pier at Lowby');
      behind.push(await trail.press(lantern, GAZETTE, { button: 'middle' }, false));
    }
    assert.equal(session.web.requests.filter((request) => request === `GET ${GAZETTE}`).length, 40);
    await eventually('not all are kept', async () => ((await kept()) === 40 ? true : null));
    const last = behind.at(-1)!;
    await last.bringToFront();
    await told(last, /Followed here from Lowby Lantern/);
    for (const page of behind) await page.close();
    await eventually('a trail is kept', async () => ((await kept()) === 0 ? true : null));
    await lantern.close();
  });

  test('it survives the end of the background, ends at a word of the reader, and two go on at once', async () => {
    const lantern = await begin();
    const first = await follow(lantern, 'The pier at Lowby', GAZETTE);
    await told(first, /Followed here from/);
    await lantern.bringToFront();
    const second = await follow(lantern, 'The mill at Lowby', LIES);
    await told(second, /was not found on this page/);
    await session.browser.stopBackground();
    await first.bringToFront();
    const courier = await press(first, COURIER);
    await told(courier, /Followed here from Pellworth Gazette/);
    await session.browser.stopBackground();
    await courier.reload();
    await told(courier, /Followed here from Pellworth Gazette/);
    await pressOnCard(session.browser, courier, 'End this trail');
    await eventually('the trail is kept', async () => ((await kept()) === 2 ? true : null));
    await session.browser.stopBackground();
    await second.close();
    // Firefox does not wake the background for it; any page that is read does.
    if (session.browser.name === 'firefox') {
      const other = await session.visit(COURIER, PAGES[COURIER]!);
      await waitForMarks(other);
      await other.close();
    }
    await eventually('the trail outlives its tab', async () => ((await kept()) === 1 ? true : null));
    for (const page of [first, courier, lantern]) await page.close();
  });

  test('what is opened otherwise is not followed, and no node stays on a page', async () => {
    const lantern = await begin();
    const opened = lantern.browser().waitForTarget((target) => target.url() === GAZETTE, { timeout: 10_000 });
    await run(lantern, (url) => void open(url), GAZETTE);
    const gazette = (await (await opened).page())!;
    await waitForMarks(gazette);
    await new Promise((later) => setTimeout(later, 700));
    assert.equal(await cardOn(session.browser, gazette), null);
    assert.equal(await kept(), 0);
    await gazette.close();
    await lantern.bringToFront();
    const followed = await follow(lantern, 'The pier at Lowby', GAZETTE);
    await told(followed, /Followed here from/);
    await followed.keyboard.press('Escape');
    await waitForNoCard(session.browser, followed);
    assert.doesNotMatch(await htmlOf(followed), /hearsay/i);
    await followed.close();
    await lantern.close();
  });
});
