/** A trail in the side panel: its pages as columns, its files, both counts in the map; following from the map; and one origin on many pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import { article } from './harness/articles.ts';
import type { ExtensionPage } from './harness/browser.ts';
import { waitForCard } from './harness/card.ts';
import { by, COURIER, Following, GAZETTE, LANTERN, PAGES } from './harness/following.ts';
import { eventually, openClaimOn, waitForMarks } from './harness/page.ts';
import { pressSpot, spotsOn } from './harness/panel.ts';
import { savedBy } from './harness/saved.ts';
import { inBothBrowsers } from './harness/session.ts';

const dated = (html: string, day: string) =>
  html.replace('<title>', `<meta property="article:published_time" content="${day}T08:00:00Z"><title>`);
const DATED = {
  ...PAGES,
  [LANTERN]: dated(PAGES[LANTERN]!, '2031-05-05'),
  [GAZETTE]: dated(PAGES[GAZETTE]!, '2031-05-04'),
};

inBothBrowsers((session) => {
  const trail = new Following(session);
  const columnsIn = (panel: ExtensionPage) =>
    panel.run(() =>
      [...document.querySelectorAll('.columns > ol > li')].map((column) =>
        [...column.querySelectorAll('h4, .day, q, .from')].map((part) => part.textContent),
      ),
    );

  test('the pages of a trail stand as columns with outlet, date, claim and hands, and can be kept as files', async () => {
    const lantern = await trail.begin(DATED);
    const panel = await session.browser.ownPage('side-panel.html');
    await lantern.bringToFront();
    const gazette = await trail.follow(lantern, 'The pier at Lowby', GAZETTE);
    await trail.told(gazette, /Followed here from/);
    const courier = await trail.press(gazette, COURIER);
    await trail.told(courier, /Followed here from/);
    const columns = await eventually('the panel shows no trail of three pages', async () =>
      (await columnsIn(panel)).length === 3 ? columnsIn(panel) : null,
    );
    const [first, second, third] = columns as [string[], string[], string[]];
    assert.deepEqual(first, [
      'Lowby Lantern',
      'May 5, 2031',
      'The pier at Lowby has lost 40 of its beams to the worm',
      'It has this fromPellworth Gazette',
    ]);
    assert.deepEqual(second.slice(0, 2), ['Pellworth Gazette', 'May 4, 2031']);
    assert.match(second[3]!, /^It has this from(the )?Tarn Courier$/);
    assert.deepEqual(third.slice(0, 2), ['Tarn Courier', 'no date given']);
    const counts = await panel.run(() =>
      [...document.querySelectorAll('.trail-above dt, .trail-above dd')].map((part) => part.textContent),
    );
    assert.match(counts.join('|'), /^As the first page says\|1 hand away\|As the trail shows\|2 hands away\. /);
    assert.deepEqual(await violationsOn(panel), []);
    const saved = await savedBy(panel, '.keep-trail button:not(.end)');
    assert.deepEqual(
      saved.map(({ name, type }) => `${name} ${type}`),
      ['the-bridge-trail.md text/markdown', 'the-bridge-trail.jsonld application/ld+json'],
    );
    const [markdown, data] = saved.map(({ content }) => Buffer.from(content, 'latin1').toString('utf8')) as [
      string,
      string,
    ];
    assert.match(
      markdown,
      /^# A claim on 3 pages\n\nAs the first page says: 1 hand away\. Lowby Lantern ← Pellworth Gazette\n\nAs the trail shows: 2 hands away\. /,
    );
    assert.match(markdown, /Circular: the trail comes back to Lowby Lantern\./);
    assert.match(markdown, /Pellworth Gazette says it with caution, Lowby Lantern does not\./);
    const { disclosed, traced, comesBackTo, steps } = JSON.parse(data);
    assert.deepEqual([disclosed, traced, comesBackTo, steps.length], [1, 2, LANTERN, 3]);
    assert.deepEqual(
      session.web.requests,
      [GAZETTE, COURIER].map((url) => `GET ${url}`),
    );
    for (const page of [courier, gazette, lantern]) await page.close();
    await panel.close();
  });

  test('the map leads to a report and follows the claim there, and shows both counts beside each other', async () => {
    const lantern = await trail.begin(DATED);
    const panel = await session.browser.ownPage('side-panel.html');
    await lantern.bringToFront();
    await eventually('the map is of another page', async () =>
      (await spotsOn(panel)).some(({ spoken }) => spoken.startsWith('Pellworth Gazette')) ? true : null,
    );
    await pressSpot(panel, 'Pellworth Gazette');
    const ways = await eventually('no way leads from the map', async () => {
      const found = await panel.run(() =>
        [...document.querySelectorAll('.chosen .below a')].map((way) => way.textContent),
      );
      return found.length === 3 ? found : null;
    });
    assert.equal(ways[0], 'Open this report');
    const gazette = await trail.opened(lantern, GAZETTE, () =>
      panel.run(() => document.querySelector<HTMLElement>('.chosen .below a')!.click()),
    );
    assert.match(await trail.told(gazette, /Followed here from Lowby Lantern/), /As the trail shows2 hands away/);
    await eventually('the map is of another page', async () =>
      (await spotsOn(panel)).some(({ spoken }) => spoken.includes('Tarn Courier')) ? true : null,
    );
    const [spot] = await spotsOn(panel);
    await pressSpot(panel, spot!.spoken.replace(/, \d+ of .*/, ''));
    const counts = await eventually('the counts do not stand in the map', () =>
      panel.run(() => document.querySelector('.chosen .below dl')?.textContent ?? null),
    );
    assert.match(counts, /^As the first page says1 hand awayAs the trail shows2 hands away/);
    assert.deepEqual(await violationsOn(panel), []);
    assert.deepEqual(session.web.requests, [`GET ${GAZETTE}`]);
    for (const page of [gazette, lantern]) await page.close();
    await panel.close();
  });

  test('four open tabs with one origin say so when asked, and lead to their words', async () => {
    const told = [
      'The pier at Lowby will be sold in May, a port official told the Pellworth Gazette.',
      'Lowby’s pier will be sold in May, the Tarn Courier reported, citing a port official.',
      'The pier at Lowby will be sold, a port official said.',
      'The pier will be sold in May, a port official said on Tuesday.',
    ];
    const pages = [];
    for (const [at, words] of told.entries()) {
      const page = await session.visit(
        `http://paper${at}.example/pier`,
        by(
          `Paper ${at}`,
          article(words, `A baker said that ${at + 2} loaves had been stolen from paper${at}.`),
        ).replace('The bridge</title>', `Paper ${at}</title>`),
      );
      await waitForMarks(page);
      pages.push(page);
    }
    // The same page once more is no fifth.
    const twice = await session.browser.open('http://paper0.example/pier');
    await waitForMarks(twice);
    const panel = await session.browser.ownPage('side-panel.html');
    session.web.requests.length = 0;
    const look = async () => {
      await panel.run(() => document.querySelector<HTMLElement>('.origins > button')!.click());
      return eventually(
        'the panel says nothing',
        async () => (await panel.run(() => document.querySelector('.origins [role=status]')!.textContent)) || null,
      );
    };
    assert.equal(await look(), '1 shared origin in 4 articles');
    const said = await panel.run(() =>
      [...document.querySelectorAll('.origins h3, .origins .origin')].map((part) => part.textContent),
    );
    assert.match(said[0]!, /^4 pages, one unnamed source: “a port official”$/);
    assert.equal(said.length, 5);
    assert.match(said[2]!, /^Paper 1paper1\.exampleLowby’s pier will be sold in May/);
    assert.deepEqual(await violationsOn(panel), []);
    await panel.run(() => document.querySelectorAll<HTMLElement>('.origins .origin')[2]!.click());
    await waitForCard(session.browser, pages[2]!);
    assert.match(await openClaimOn(pages[2]!), /^The pier at Lowby will be sold/);
    assert.deepEqual(session.web.requests, []);
    const areas = await panel.run(() =>
      Promise.all([chrome.storage.sync, chrome.storage.local, chrome.storage.session].map((area) => area.get(null))),
    );
    assert.deepEqual(areas, [{}, {}, { begun: true }]);
    for (const page of [twice, ...pages.slice(1)]) await page.close();
    await eventually('an old answer stays', async () =>
      (await look()).startsWith('Open two articles or more') ? true : null,
    );
    await pages[0]!.close();
    await panel.close();
  });
});
