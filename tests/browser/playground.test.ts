/** The playground: what the extension shows, in a page of the web, without the extension and without a request. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { violationsOn } from './harness/accessibility.ts';
import { throughTwoHands } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, marksOn, openClaimOn, pointAt, run, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { chosenIn, pressSpot, spotsOn } from './harness/panel.ts';
import {
  copiedLink,
  drop,
  openPlayground,
  paste,
  PLAYGROUND,
  press,
  runs,
  waitForWords,
} from './harness/playground.ts';
import { pageState } from './harness/popup.ts';
import { savedBy } from './harness/saved.ts';
import { inBothBrowsers } from './harness/session.ts';

const FERRY = 'The ferry will sail on Friday, the Pellworth Gazette reported, citing harbour master Nora Vey.';

inBothBrowsers((session) => {
  async function opened(fragment = ''): Promise<Page> {
    const page = await openPlayground(session, fragment);
    await waitForMarks(page);
    return page;
  }

  /** The playground with this text in it. */
  async function reading(text: string): Promise<Page> {
    const page = await opened();
    await paste(page, (text) => text, text);
    await waitForWords(page, '.sheet', new RegExp(text.slice(0, 20)));
    return page;
  }

  test('a sample is read at once, another by a press, and a claim opens its card', async () => {
    const page = await opened();
    await press(page, 'A dam upstream');
    await waitForWords(page, '.sheet', new RegExp(throughTwoHands.words));
    await pointAt(page, throughTwoHands.words);
    const card = await waitForCard(session.browser, page);
    assert.match(card.depth, throughTwoHands.depth);
    assert.deepEqual(card.hands, throughTwoHands.hands);
    assert.match(card.all, /The Merrow Post/);
    assert.ok((await openClaimOn(page)).includes(throughTwoHands.words));
    await page.close();
  });

  test('every sample has claims, and its own title', async () => {
    const page = await opened();
    const names = await run(page, () =>
      [...document.querySelectorAll('.choices [aria-pressed]')].map(({ textContent }) => textContent),
    );
    assert.ok(names.length >= 5, names.join());
    for (const name of names) {
      await press(page, name);
      await waitForWords(page, '.choices [aria-pressed=true]', new RegExp(name));
      assert.ok((await marksOn(page)).length >= 8, name);
      assert.ok(
        await run(page, () => (document.querySelector('.sheet h2')?.textContent ?? '').length > 20),
        `${name} has no headline`,
      );
    }
    await page.close();
  });

  test('reading takes under a second, and the engine is ready before anybody asks', async () => {
    const page = await opened();
    const milliseconds = await run(page, async () => {
      const start = performance.now();
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'A dam upstream')!.click();
      while (!document.querySelector('.sheet')!.textContent.includes('Karrow'))
        await new Promise((later) => setTimeout(later, 1));
      return performance.now() - start;
    });
    assert.ok(milliseconds < 1000, `${milliseconds} ms`);
    await page.close();
  });

  test('the map, the summary and the table speak of the same claims, and lead to their words', async () => {
    const page = await reading(`${FERRY}\n\nNora Vey said the pier was safe.`);
    const marks = await marksOn(page);
    await waitForWords(page, '.glance h2', /^2 claims · 2 by name · 1 second-hand$/);
    assert.equal(await run(page, () => document.querySelectorAll('.rules button.claim').length), marks.length);
    await spotsOn(runs(page));
    await pressSpot(runs(page), 'Nora Vey');
    assert.equal((await chosenIn(runs(page))).length, 2);
    await run(page, () => document.querySelector<HTMLElement>('.chosen .claim')!.click());
    assert.match((await waitForCard(session.browser, page)).depth, /hand/);
    await page.close();
  });

  test('a bar of the summary lists its claims alone', async () => {
    const page = await reading(`${FERRY}\n\nNora Vey said the pier was safe.`);
    await run(page, () => document.querySelector<HTMLElement>('.toggle[value="line 2"]')!.click());
    await waitForWords(page, '.list-head', /1 of 2/);
    assert.equal(await run(page, () => document.querySelectorAll('.rules tbody tr').length), 1);
    await page.close();
  });

  test('the table says which rule found a claim, and why one is not marked', async () => {
    const page = await reading(`${FERRY}\n\nThe mayor believes that the pier is old.`);
    const table = await waitForWords(page, '.rules', /ferry/);
    assert.match(table, /clause, subject, verb/);
    assert.match(table, /reported … citing/);
    assert.match(table, /not marked: a belief/);
    assert.match(table, /\d+%/);
    await page.close();
  });

  test('plain text is parted into paragraphs as it was written', async () => {
    const page = await opened();
    const [one, two] = ['It rained in Orle.', 'The river rose by a foot.'];
    const cases: [name: string, text: string, blocks: string[]][] = [
      ['blank lines', `${one}\n\n${two}\n`, [`paragraph: ${one}`, `paragraph: ${two}`]],
      ['a line for each', `${one}\r\n${two}`, [`paragraph: ${one}`, `paragraph: ${two}`]],
      ['wrapped lines', `It rained\nin Orle.\n \t\n${two}`, [`paragraph: ${one}`, `paragraph: ${two}`]],
      [
        'a headline and a byline',
        `Rain in Orle\n\nBy Ann Roe\n\n${one}`,
        ['headline: Rain in Orle', 'byline: By Ann Roe', `paragraph: ${one}`],
      ],
      ['a first sentence is no headline', `${one}\n\n${two}`, [`paragraph: ${one}`, `paragraph: ${two}`]],
      [
        'signs that HTML has',
        `Is 1 < 2? <b>Yes</b>, & more.\n\n${one}`,
        ['paragraph: Is 1 < 2? <b>Yes</b>, & more.', `paragraph: ${one}`],
      ],
    ];
    for (const [name, text, blocks] of cases) {
      await paste(page, (text) => text, text);
      await eventually(`${name}: the text was not parted so`, async () => {
        const found = await run(page, () =>
          [...document.querySelectorAll('.sheet > *')].map(
            ({ className, textContent }) => `${className}: ${textContent.replace(/\s+/g, ' ').trim()}`,
          ),
        );
        return found.join() === blocks.join() || null;
      });
    }
    await page.close();
  });

  test('an HTML file is read as the extension would read the page, and nothing in it runs', async () => {
    const page = await opened();
    await spotsOn(runs(page));
    session.web.requests.length = 0;
    await drop(page, 'bridge.html', 'text/html', () => [
      `<!doctype html><title>Bridge closed | The Lantern</title><link rel="canonical" href="https://lantern.example/bridge">
       <script>document.body.dataset.ran = 'yes'; parent.ran = true</script><link rel="stylesheet" href="https://evil.example/a.css">
       <nav>Home</nav><article><h1>Bridge closed</h1><img src="https://evil.example/x.png" onerror="ran = true">
       <p onclick="ran = true">Mayor Anna Fox said <b style="color:red">the bridge</b> was shut.<iframe src="https://evil.example/"></iframe></p>
       <p><svg onload="ran = true"></svg>The <a href="javascript:ran = true">Lantern</a> said the mill was open.</p></article>`,
    ]);
    await waitForWords(page, '.sheet', /Anna Fox/);
    const found = await run(page, () => ({
      ran: 'ran' in globalThis || 'ran' in document.body.dataset,
      markup: [...document.querySelectorAll('.sheet *')].map(
        ({ localName, attributes }) => `${localName} ${[...attributes].map(({ name }) => name).join()}`,
      ),
    }));
    assert.deepEqual(found, { ran: false, markup: ['h2 class,dir', 'p class,dir', 'p class,dir'] });
    assert.deepEqual(
      (await marksOn(page)).map(({ words }) => words),
      ['the bridge was shut'],
    );
    assert.deepEqual(session.web.requests, []);
    await page.close();
  });

  test('no markup can come into the page, whoever would put it there', async () => {
    const page = await opened();
    const outcome = await run(page, () => {
      try {
        document.querySelector('.sheet')!.innerHTML = '<b>so</b>';
        return 'put in';
      } catch {
        return 'refused';
      }
    });
    assert.equal(outcome, 'refused');
    await page.close();
  });

  test('a text that is too long is refused, and what was there stays', async () => {
    const page = await opened();
    const before = await marksOn(page);
    await paste(page, () => 'Anna Fox said so. '.repeat(1_200_000));
    assert.match(await waitForWords(page, '.refusal', /./), /too long: at most 600,000 characters/);
    await paste(page, () => `<p>${'Anna Fox said so. '.repeat(1_200_000)}</p>`);
    await waitForWords(page, '.refusal', /too long/);
    await drop(page, 'novel.txt', 'text/plain', () => ['Anna Fox said so. '.repeat(1_200_000)]);
    await waitForWords(page, '.refusal', /“novel.txt” is too large: 22 MB, and at most 10 MB/);
    await drop(page, 'novel.html', 'text/html', () => [`<p>${'Anna Fox said so. '.repeat(50_000)}</p>`]);
    await waitForWords(page, '.refusal', /too long: at most 600,000 characters/);
    assert.deepEqual(await marksOn(page), before);
    await page.close();
  });

  test('the longest text there may be is read', async () => {
    const page = await opened();
    await paste(page, () =>
      Array.from(
        { length: 4000 },
        (_, place) => `Mayor Anna Fox said the bridge number ${place} would be open until the evening.`,
      ).join('\n\n'),
    );
    await waitForWords(page, '.glance h2', /^4,000 claims/);
    await page.close();
  });

  test('a file that is neither text nor HTML is refused', async () => {
    const page = await opened();
    await drop(page, 'bridge.jpg', 'image/jpeg', () => [
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256),
    ]);
    assert.match(await waitForWords(page, '.refusal', /./), /“bridge.jpg” is neither text nor HTML/);
    await drop(page, 'empty.txt', 'text/plain', () => [' \n ']);
    await waitForWords(page, '.refusal', /There is no text/);
    await page.close();
  });

  test('a file in an older character set is read as it declares', async () => {
    const page = await opened();
    await drop(page, 'cafe.html', 'text/html', () => {
      const html = '<!doctype html><meta charset="iso-8859-1"><p>Mayor Ren\u00e9e Fox said the caf\u00e9 was shut.</p>';
      return [Uint8Array.from(html, (character) => character.charCodeAt(0))];
    });
    await waitForWords(page, '.sheet', /Renée Fox said the café/);
    await page.close();
  });

  test('a link carries its text, and asks nobody for it', async () => {
    const page = await reading(FERRY);
    const link = await copiedLink(page);
    assert.ok(link.startsWith(`${PLAYGROUND}#text=`), link);
    assert.equal(page.url(), PLAYGROUND);
    await page.close();
    session.web.requests.length = 0;
    const again = await opened(link.slice(PLAYGROUND.length));
    assert.equal((await waitForWords(again, '.sheet', /./)).trim(), FERRY);
    assert.ok(
      session.web.requests.every((request) => request.startsWith(`GET ${PLAYGROUND}`) && !request.includes('text=')),
      session.web.requests.join(),
    );
    // Another link in the same tab is read too.
    await press(again, 'A night train');
    await waitForWords(again, '.sheet', /Lowmark/);
    assert.equal(again.url(), PLAYGROUND);
    await again.evaluate(`location.hash = ${JSON.stringify(new URL(link).hash)}`);
    await waitForWords(again, '.sheet', /Pellworth/);
    await again.close();
  });

  test('a link that is cut, forged or too large says so', async () => {
    const page = await reading(FERRY);
    const { hash } = new URL(await copiedLink(page));
    await page.close();
    const bomb = await deflated('a'.repeat(50_000_000));
    const middle = Math.floor(hash.length / 2);
    const letter = hash[middle] === 'A' ? 'B' : 'A';
    const damaged = {
      cut: hash.slice(0, -20),
      'cut by a letter': hash.slice(0, -1),
      changed: hash.slice(0, middle) + letter + hash.slice(middle + 1),
      nonsense: '#text=%00<script>',
      empty: '#text=',
      bomb: `#text=${bomb}`,
    };
    for (const [what, fragment] of Object.entries(damaged)) {
      const page = await openPlayground(session, fragment);
      await waitForWords(page, '.refusal', /This link is damaged/).catch((error) => assert.fail(`${what}: ${error}`));
      // Something to look at is there all the same.
      await waitForMarks(page);
      await page.close();
    }
  });

  test('a text that is too long for a link is refused one', async () => {
    const page = await reading(Array.from({ length: 9000 }, (_, place) => `Word${(place * 7919) % 9000}`).join(' '));
    await press(page, 'Copy link');
    assert.match(
      await waitForWords(page, '.refusal', /./),
      /too long for a link: it has [\d,]+ characters, and a link can carry about [\d,]+/,
    );
    await page.close();
  });

  test('a text can be written, and changed again', async () => {
    const page = await opened();
    await press(page, 'Your own text');
    await page.keyboard.type(FERRY);
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await waitForWords(page, '.sheet', /Pellworth/);
    assert.ok(await run(page, () => document.activeElement!.matches('.findings')));
    await waitForWords(page, '.spoken[role=status]', /^1 claim · 1 by name · 1 second-hand$/);
    await press(page, 'Edit');
    assert.equal(await run(page, () => document.querySelector('textarea')!.value), FERRY);
    await page.keyboard.press('Escape');
    assert.ok(await run(page, () => document.querySelector<HTMLElement>('.editor')!.hidden));
    await page.close();
  });

  test('a text without claims and one in another language say so', async () => {
    const page = await reading('It rained in the morning. The river rose by a foot.');
    await waitForWords(page, '.beside', /No claims found/);
    await waitForNoMarks(page);
    await paste(page, () =>
      'Die Brücke bleibt bis Montag gesperrt, weil zwei Bretter fehlen und das Geländer lose ist. '.repeat(4),
    );
    await waitForWords(page, '.told', /does not look like English/);
    await page.close();
  });

  test('the claims can be kept as files', async () => {
    const page = await reading(FERRY);
    const files = await savedBy(runs(page), '#export button');
    assert.deepEqual(
      files.map(({ name }) => name),
      ['playground-claims.jsonld', 'playground-claims.csv', 'playground-claims.md', 'playground-claims.html'],
    );
    assert.match(files[2]!.content, /The ferry will sail on Friday/);
    await page.close();
  });

  test('once it is loaded it asks the network for nothing', async () => {
    const page = await opened();
    await spotsOn(runs(page));
    session.web.requests.length = 0;
    await press(page, 'A dam upstream');
    await waitForWords(page, '.sheet', /Karrow/);
    for (const name of ['Copy link', 'Edit', 'Next claim']) await press(page, name);
    await waitForCard(session.browser, page);
    const reached = await run(page, async () => {
      const image = new Image();
      const seen = new Promise<string>(
        (end) => ((image.onload = () => end('reached')), (image.onerror = () => end('refused'))),
      );
      image.src = 'http://elsewhere.example/';
      return [
        await seen,
        await fetch('http://elsewhere.example/', { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
      ];
    });
    assert.deepEqual(reached, ['refused', 'refused']);
    assert.deepEqual(session.web.requests, []);
    await page.close();
  });

  test('the extension leaves it alone: nothing is marked twice', async () => {
    const page = await opened();
    const popup = await session.browser.popup();
    assert.equal((await eventually('the extension says nothing', async () => pageState(popup))).status, 'not-article');
    await popup.close();
    await pointAt(page, (await marksOn(page))[1]!.words);
    await waitForCard(session.browser, page);
    assert.equal(await run(page, () => document.querySelectorAll('hearsay-card').length), 1);
    await page.close();
  });

  test('without the engine, without the map and without JavaScript it says what is missing', async () => {
    const page = await openPlayground(session);
    await waitForMarks(page);
    await page.close();
    session.web.publish(`${PLAYGROUND}hearsay.wasm`, { html: '', headers: { 'content-type': 'application/wasm' } });
    const without = await session.browser.open(PLAYGROUND);
    await waitForWords(without, '.refusal', /The engine did not start: the file hearsay.wasm is missing or damaged/);
    await without.close();
    session.web.publishFolder(PLAYGROUND, 'target/www');
    session.web.publish(`${PLAYGROUND}views.wasm`, { html: '', headers: { 'content-type': 'application/wasm' } });
    const mapless = await session.browser.open(PLAYGROUND);
    await waitForMarks(mapless);
    await waitForWords(mapless, '#source-map', /the file views.wasm did not load/);
    await mapless.close();
    session.web.publishFolder(PLAYGROUND, 'target/www');
    session.web.publish(`${PLAYGROUND}playground.js`, { html: '', headers: { 'content-type': 'text/javascript' } });
    const scriptless = await session.browser.open(PLAYGROUND);
    await waitForWords(scriptless, 'main', /If this does not go away/);
    await scriptless.close();
  });

  test('where WebAssembly or JavaScript is turned off, it says so', async () => {
    session.web.publishFolder(PLAYGROUND, 'target/www');
    const page = await session.browser.open(
      session.web.publish('http://blank.example/', '<!doctype html><title>Blank</title>'),
    );
    await page.evaluateOnNewDocument('delete globalThis.WebAssembly');
    await page.goto(PLAYGROUND);
    await waitForWords(page, '.refusal', /WebAssembly is missing/);
    await page.close();
    const html = readFileSync('target/www/index.html', 'utf8');
    assert.match(html, /<noscript>.*JavaScript is turned off.*<\/noscript>/s);
    // Only Chromium can be told to turn it off.
    if (session.browser.name !== 'chromium') return;
    const off = await session.browser.open('http://blank.example/');
    await off.setJavaScriptEnabled(false);
    await off.goto(PLAYGROUND);
    assert.match(
      await waitForWords(off, 'main p', /./),
      /^Claims are found by a program that runs in your browser, and JavaScript is turned off here\./,
    );
    await off.close();
  });

  test('axe-core finds nothing, as it opens, with the editor and with a card', async () => {
    const page = await opened();
    await spotsOn(runs(page));
    await press(page, 'Edit');
    await press(page, 'Next claim');
    await waitForCard(session.browser, page);
    assert.deepEqual(await violationsOn(runs(page)), []);
    await page.close();
  });

  test('fits a phone', async () => {
    const page = await opened();
    await page.setViewport({ width: 360, height: 700 });
    for (const name of ['A dam upstream', 'Edit']) await press(page, name);
    assert.ok(await run(page, () => document.documentElement.scrollWidth <= innerWidth));
    await page.close();
  });
});

/** Text as a link carries it. */
async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}
