/** The side panel: the source map of the page in front, and the same in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import { article, river, throughTwoHands } from './harness/articles.ts';
import type { ExtensionPage } from './harness/browser.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, isInSight, openClaimOn, waitForMarks } from './harness/page.ts';
import { chosenIn, pressSpot, spotsOn } from './harness/panel.ts';
import { waitForPopup as waitForWords } from './harness/popup.ts';
import { savedBy } from './harness/saved.ts';
import { inBothBrowsers } from './harness/session.ts';

const [OUTLET, SPEAKER] = throughTwoHands.hands as [string, string];

inBothBrowsers((session) => {
  async function panelOf(url: string, page: string): Promise<ExtensionPage> {
    await waitForMarks(await session.visit(url, page));
    return session.browser.ownPage('side-panel.html');
  }

  test('the hands stand between the page and the origins, by hop', async () => {
    const panel = await panelOf('http://merrowpost.example/river', river);
    const spots = await spotsOn(panel);
    const at = (name: string) => spots.find(({ spoken }) => spoken.startsWith(`${name}, `))!.x;
    assert.ok(at(OUTLET) < at(SPEAKER), JSON.stringify(spots));
    assert.ok(spots.some(({ nameless }) => nameless) && spots.some(({ nameless }) => !nameless));
    const heads = await panel.run(() => [...document.querySelectorAll('.head')].map((head) => head.textContent));
    assert.deepEqual([heads[0], heads[1], heads.at(-1)], ['page', '1 hand', 'as far as the page says']);
    await panel.close();
  });

  test('a hand lists its claims, and a claim leads to its words on the page', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    const panel = await session.browser.ownPage('side-panel.html');
    await spotsOn(panel);
    await pressSpot(panel, SPEAKER);
    const claims = await chosenIn(panel);
    assert.ok(
      claims.some((claim) => claim.includes(throughTwoHands.words)),
      claims.join(),
    );
    await panel.run((words) => {
      [...document.querySelectorAll<HTMLElement>('.chosen .claim')]
        .find((claim) => claim.textContent!.includes(words))!
        .click();
    }, throughTwoHands.words);
    await eventually('the claim is out of sight', async () =>
      (await isInSight(page, throughTwoHands.words)) ? true : null,
    );
    await waitForCard(session.browser, page);
    assert.ok((await openClaimOn(page)).includes(throughTwoHands.words));
    await panel.close();
  });

  test('the focus lights up every way through a hand, arrow keys lead on, and Escape leads back', async () => {
    const panel = await panelOf('http://merrowpost.example/river', river);
    await spotsOn(panel);
    const result = await panel.run((name) => {
      const spokenBy = (spot: Element | null) => spot?.querySelector('title')?.textContent ?? null;
      const find = (name: string) =>
        [...document.querySelectorAll<SVGElement>('[data-hand]')].find((spot) =>
          spokenBy(spot)!.startsWith(`${name}, `),
        )!;
      const press = (key: string) =>
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      const stops = document.querySelectorAll('[data-hand][tabindex="0"]').length;
      find(name).focus();
      press('ArrowRight');
      const beyond = spokenBy(document.activeElement);
      const lit = {
        lines: document.querySelectorAll('.lines .on').length,
        at: spokenBy(document.querySelector('.at')),
      };
      press('Enter');
      const heading = document.activeElement!.textContent;
      press('Escape');
      return {
        stops,
        lit,
        beyond,
        heading,
        back: spokenBy(document.activeElement),
        closed: document.querySelector<HTMLElement>('.chosen')!.hidden,
      };
    }, OUTLET);
    assert.equal(result.stops, 1);
    assert.ok(result.lit.lines >= 2, JSON.stringify(result));
    assert.equal(result.lit.at, result.beyond);
    assert.ok(result.beyond !== null && !result.beyond.startsWith(OUTLET));
    assert.match(result.heading ?? '', /^\d+ claims? through /);
    assert.deepEqual([result.back, result.closed], [result.beyond, true]);
    await panel.close();
  });

  test('the same stands below in words, each hand under the one that had it from there', async () => {
    const panel = await panelOf('http://merrowpost.example/river', river);
    await spotsOn(panel);
    const nested = await panel.run((outlet) => {
      const way = [...document.querySelectorAll('.in-words > ul > li')].find((item) =>
        item.querySelector('.way')!.textContent!.includes(outlet),
      );
      return [...way!.querySelectorAll(':scope > ul > li > .way bdi')].map((name) => name.textContent);
    }, OUTLET);
    assert.ok(nested.includes(SPEAKER), nested.join());
    await panel.close();
  });

  test('follows the tab in front, and says so where there is nothing to map', async () => {
    const panel = await panelOf('http://merrowpost.example/river', river);
    await spotsOn(panel);
    await session.visit('http://quiet.example/bridge', article());
    await waitForWords(panel, 'No claims found');
    const page = await session.visit(
      'http://fox.example/bridge',
      article('Mayor Anna Fox said the bridge would open on Monday.'),
    );
    assert.deepEqual(
      (await eventually('no map', async () => ((await spotsOn(panel)).length === 1 ? await spotsOn(panel) : null)))
        .length,
      1,
    );
    await page.close();
    await panel.close();
  });

  test('a site that is off can be turned on from here', async () => {
    const panel = await panelOf('http://merrowpost.example/river', river);
    await spotsOn(panel);
    await panel.run(() => chrome.storage.local.set({ 'site:merrowpost.example': 'off' }));
    await waitForWords(panel, 'Not reading this page');
    await panel.run(() => document.querySelector<HTMLElement>('.empty-state button')!.click());
    await spotsOn(panel);
    await panel.close();
  });

  test('of very many hands the busiest are drawn and all are listed; a name of 300 characters and one from right to left have their place', async () => {
    const long = `Anna ${'Wolfeschlegel'.repeat(22)}`;
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const odd = days.flatMap((day) => [
      `Mayor ${long} said the bridge would open on ${day}.`,
      `Mayor أحمد النهار said the bridge would open on ${day}.`,
    ]);
    const many = Array.from(
      { length: 400 },
      (_, place) =>
        `Councillor Ana Fox${'abcdefghij'[place % 10]}${'klmnopqrst'[Math.floor(place / 10) % 10]} said the bridge would open in week ${place}.`,
    );
    const panel = await panelOf('http://many.example/bridge', article(...odd, ...many));
    const spots = await spotsOn(panel);
    assert.equal(spots.length, 60);
    const told = await panel.run(() => ({
      more: document.querySelector('.source-map .more')!.textContent,
      listed: document.querySelectorAll('.in-words .way').length,
    }));
    assert.equal(told.more, `and ${told.listed - 60} more hands`);
    assert.ok(told.listed > 100, String(told.listed));
    const fits = await panel.run(() => {
      const map = document.querySelector('.map')!;
      const { right } = document.querySelector('.source-map')!.getBoundingClientRect();
      const names = [...document.querySelectorAll<SVGGraphicsElement>('.spot .name')];
      return {
        inside: names.every((name) => name.getBoundingClientRect().right <= right + 1),
        sideways: document.documentElement.scrollWidth <= innerWidth,
        own: map.scrollWidth >= map.clientWidth,
      };
    });
    assert.deepEqual(fits, { inside: true, sideways: true, own: true });
    await panel.close();
  });

  test('at a hundred and twenty hands dots stay dots, nobody is one, names differ, and the key is of what is drawn', async () => {
    const letters = 'abcdefghij';
    const institute = (place: number) =>
      `The Institute for Coastal Trade and Harbour Studies in Orle${letters[place % 10]}${letters[Math.floor(place / 10)]} said the pier would open in week ${place}.`;
    const unnamed = Array.from({ length: 40 }, (_, week) => `Officials said the bridge would open in week ${week}.`);
    const nobody = Array.from({ length: 6 }, (_, week) => `The mill was reportedly shut in week ${week}.`);
    const panel = await panelOf(
      'http://many.example/pier',
      article(
        ...Array.from({ length: 118 }, (_, place) => institute(place)),
        ...unnamed,
        ...nobody,
        'Reports citing the Orle Courier said the mill was sold.',
      ),
    );
    await spotsOn(panel);
    const map = await panel.run(() => ({
      dots: Math.max(
        ...[...document.querySelectorAll('.lines .dots')].map((line) => Number(line.getAttribute('stroke-width'))),
      ),
      bands: document.querySelectorAll('.lines .band').length,
      nobody: [...document.querySelectorAll('.spot .name')].filter(({ textContent }) =>
        textContent.startsWith('Nobody'),
      ).length,
      names: [...document.querySelectorAll('.spot')].map((spot) =>
        [...spot.querySelectorAll('.words')].map(({ textContent }) => textContent).join(''),
      ),
      key: [...document.querySelectorAll('.key span')].map(({ textContent }) => textContent),
    }));
    assert.ok(map.dots <= 3, `${map.dots} pixels`);
    assert.ok(map.bands >= 1);
    assert.equal(map.nobody, 1);
    assert.equal(new Set(map.names).size, map.names.length, map.names.join());
    assert.deepEqual(map.key, ['more claims, wider', 'no name']);
    await panel.close();
    const plain = await panelOf(
      'http://one.example/bridge',
      article('Mayor Anna Fox said the bridge would open on Monday.'),
    );
    await spotsOn(plain);
    assert.equal(await plain.run(() => document.querySelectorAll('.key').length), 0);
    await plain.close();
  });

  test('the map can be kept, and shared as a picture with the title and the line', async () => {
    const panel = await panelOf('http://merrowpost.example/river', river);
    await spotsOn(panel);
    const saved = await savedBy(panel, '.keep button');
    const name = 'tolvia-to-open-karrow-dam-under-monthly-river-deal-report';
    assert.deepEqual(
      saved.map(({ name, type }) => `${name} ${type}`),
      [
        `${name}-source-map.svg image/svg+xml`,
        `${name}-source-map.png image/png`,
        `${name}-picture.svg image/svg+xml`,
        `${name}-picture.png image/png`,
      ],
    );
    assert.ok(saved.every(({ content }) => content.length > 2000));
    const [map, mapPng, picture, png] = saved.map(({ content }) => content) as [string, string, string, string];
    assert.deepEqual([map.slice(0, 4), mapPng.slice(0, 4), png.slice(0, 4)], ['<svg', '\x89PNG', '\x89PNG']);
    const number = (at: number) => Buffer.from(png, 'latin1').readUInt32BE(at);
    assert.deepEqual([number(16), number(20)], [1200, 630]);
    const text = Buffer.from(picture, 'latin1').toString('utf8');
    assert.match(text, /viewBox="0 0 1200 630"/);
    for (const part of ['Tolvia to open Karrow Dam', '22 claims · ', 'merrowpost.example', 'Veska'])
      assert.ok(text.includes(part), part);
    // Whoever opens it asks nobody for anything.
    assert.doesNotMatch(text.replace(/xmlns(:\w+)?="[^"]*"/g, ''), /https?:|href|url\(/);
    await panel.close();
  });

  test('a picture to share holds whatever the title is, and of many hands those that can be read', async () => {
    const long = `Anna ${'Wolfeschlegel'.repeat(22)}`;
    const names = Array.from(
      { length: 100 },
      (_, place) =>
        `Councillor Ana Fox${'abcdefghij'[place % 10]}${'klmnopqrst'[Math.floor(place / 10)]} said the bridge would open in week ${place}.`,
    );
    for (const title of ['', 'x'.repeat(300), `${'A bridge without boards '.repeat(13)}`, 'الجسر مغلق منذ أسبوع']) {
      const html = article(`Mayor ${long} said the bridge would open on Monday.`, ...names).replace(
        '<title>The bridge</title>',
        `<title>${title}</title>`,
      );
      const panel = await panelOf(`http://share.example/${title.length}`, html);
      await spotsOn(panel);
      const [file] = await savedBy(panel, '.keep p:last-child button');
      const outside = await panel.run((source) => {
        const svg = new DOMParser().parseFromString(source, 'image/svg+xml')
          .documentElement as unknown as SVGSVGElement;
        document.body.append(svg);
        const frame = svg.getBoundingClientRect();
        const inside = (box: DOMRect) =>
          box.left >= frame.left &&
          box.right <= frame.right + 1 &&
          box.bottom <= frame.bottom + 1 &&
          box.top >= frame.top - 1;
        const outside = [...svg.querySelectorAll<SVGGraphicsElement>('text')]
          .filter((text) => !inside(text.getBoundingClientRect()))
          .map(({ textContent }) => textContent);
        const { length } = svg.querySelectorAll('.spot');
        svg.remove();
        return { outside, hands: length };
      }, Buffer.from(file!.content, 'latin1').toString('utf8'));
      assert.deepEqual(outside.outside, [], title);
      assert.ok(outside.hands > 3, String(outside.hands));
      await panel.close();
    }
  });

  test('axe-core finds nothing, with and without a map', async () => {
    const panel = await panelOf('http://merrowpost.example/river', river);
    await spotsOn(panel);
    await pressSpot(panel, OUTLET);
    assert.deepEqual(await violationsOn(panel), []);
    await session.visit('http://quiet.example/bridge', article());
    await waitForWords(panel, 'No claims found');
    assert.deepEqual(await violationsOn(panel), []);
    await panel.close();
  });

  test('the popup opens it beside the page', async () => {
    const page = await session.visit('http://merrowpost.example/river', river);
    await waitForMarks(page);
    const popup = await session.browser.pressButton(page);
    await eventually('the popup offers no map', () =>
      popup.run(
        () => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'Source map') || null,
      ),
    );
    // The press closes the popup, which may take its answer with it: what counts is the panel.
    popup.press('Source map').catch(() => undefined);
    await eventually('the panel is not open', async () => (await session.browser.panelIsOpen()) || null);
  });
});
