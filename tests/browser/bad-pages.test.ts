/** Pages that are too large, oddly written, or in the way: nothing breaks, on them or in the extension. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, page as pageWith, plain } from './harness/articles.ts';
import { cardOn, waitForCard, waitForNoCard } from './harness/card.ts';
import { eventually, pointAt, pointAway, run, waitForMarks } from './harness/page.ts';
import { listedIn, pageState, pressClaim, waitForPopup } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const SAID = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
const WORDS = 'the bridge had shaken for a week';
const withScript = (script: string, html = article(SAID)) =>
  html.replace('</head>', `<script>${script}</script></head>`);

inBothBrowsers((session) => {
  test('two thousand claims are marked, counted and listed', async () => {
    const paragraphs = Array.from(
      { length: 2000 },
      (_, at) => `The miller, Ann Roe, said that board ${at} of the bridge had shaken for a week.`,
    );
    const page = await session.visit('http://many.example/', article(...paragraphs));
    await waitForMarks(page);
    await pointAt(page, 'board 7 of the bridge');
    assert.match((await waitForCard(session.browser, page)).all, /8 of 2,000/);
    const popup = await session.browser.popup();
    await waitForPopup(popup, '2,000 claims');
    assert.equal((await listedIn(popup)).length, 2000);
    await popup.close();
  });

  test('a name of three hundred characters fits on the card and in the popup', async () => {
    const name = `Ann ${'Featherstonehaugh-'.repeat(16)}Roe`;
    const page = await session.visit(
      'http://long.example/',
      article(`“It shook all week long, and nobody came,” said ${name}.`),
    );
    await waitForMarks(page);
    await pointAt(page, 'It shook all week long');
    const card = await waitForCard(session.browser, page);
    assert.match(card.hands[0]!, /^Ann Featherstonehaugh/);
    const overflows = await session.browser.inCard(page, (root) => {
      const card = root.querySelector('.card')!;
      return card.scrollWidth > card.clientWidth;
    });
    assert.equal(overflows, false);
    const popup = await session.browser.popup();
    await waitForPopup(popup, 'Featherstonehaugh');
    assert.equal(await popup.run(() => document.body.scrollWidth > document.documentElement.clientWidth), false);
    await popup.close();
  });

  test('a name from right to left stays whole inside English', async () => {
    const name = 'نوراس نت';
    const page = await session.visit(
      'http://rtl.example/',
      article(
        `“It shook all week long, and nobody came,” said Ann Roe of ${name}.`,
        `${name} reported on Monday that the oak had come by boat.`,
      ),
    );
    await waitForMarks(page);
    await pointAt(page, 'It shook all week long');
    await waitForCard(session.browser, page);
    const names = await session.browser.inCard(page, (root) =>
      [...root.querySelectorAll('li .who > *, li .page-words')].map((node) => node.localName),
    );
    assert.ok(
      names!.length > 0 && names!.every((name) => name === 'bdi'),
      `each name and quotation keeps its own direction: ${names}`,
    );
  });

  test('a page that stops every key and pointer event keeps them all, and the list still leads to the card', async () => {
    const page = await session.visit(
      'http://deaf.example/',
      withScript(`window.heard = 0;
        for (const kind of ['click', 'dblclick', 'keydown', 'keyup', 'keypress', 'pointermove', 'pointerdown', 'pointerup', 'pointerover', 'mousemove', 'mousedown', 'mouseup', 'wheel', 'touchstart'])
          addEventListener(kind, (event) => { heard++; event.stopImmediatePropagation(); event.preventDefault(); }, { capture: true, passive: false });`),
    );
    await waitForMarks(page);
    const heard = () => run(page, () => (window as never as { heard: number }).heard);
    await pointAt(page, WORDS);
    await page.keyboard.press('a');
    const before = await heard();
    assert.ok(before > 2, 'the page hears what it listens to');
    const popup = await session.browser.popup();
    await waitForPopup(popup, WORDS);
    await pressClaim(popup, WORDS);
    await waitForCard(session.browser, page);
    await page.keyboard.press('b');
    assert.ok((await heard()) > before, 'with the card open too');
  });

  test('a page that has Highlight and CSS of its own is marked all the same', async () => {
    const page = await session.visit(
      'http://own.example/',
      withScript(
        "window.CSS = { highlights: new Map() }; window.Highlight = function () { throw new Error('mine'); };",
      ),
    );
    await eventually('no claim was found', async () => {
      const popup = await session.browser.popup();
      const state = await pageState(popup);
      await popup.close();
      return state.status === 'article' ? true : null;
    });
    await pointAt(page, WORDS);
    await waitForCard(session.browser, page);
  });

  test('an article whose boxes bear every name that stands for something else is read', async () => {
    const names = `comments disqus respond related recommended trending popular taboola newsletter subscribe signup share social promo ads
      advertisement sponsored cookie consent gdpr cmp breadcrumb pager toc sidebar widget metadata noprint infobox navbox references paywall-wall signature`;
    const page = await session.visit(
      'http://names.example/every',
      article(SAID)
        .replace('<body>', `<body class="${names}">`)
        .replace('<article>', `<div class="${names}" id="sidebar"><article class="${names}">`)
        .replace('</article>', '</article></div>'),
    );
    assert.deepEqual(
      (await waitForMarks(page)).map(({ words }) => words),
      [WORDS],
    );
  });

  test('an article whose words stand in a form with fields named like its properties has its lines', async () => {
    const fields = ['ownerDocument', 'parentElement', 'childNodes', 'getRootNode']
      .map((name) => `<input type="hidden" name="${name}">`)
      .join('');
    const page = await session.visit(
      'http://form.example/',
      `<!doctype html><html lang="en"><title>The bridge</title><body><form>${fields}${[...plain, SAID].join('<br><br>')}</form></body></html>`,
    );
    assert.equal((await waitForMarks(page)).length, 1);
  });

  test('structured data that is broken, or of five megabytes, is no hindrance', async () => {
    const head = `<script type="application/ld+json">{"publisher": {"name": "The Lant</script><script type="application/ld+json">{"publisher": {"name": "The Lantern"}, "text": "${'x'.repeat(5e6)}"}</script>`;
    const page = await session.visit('http://data.example/', article(SAID).replace('</head>', `${head}</head>`));
    await waitForMarks(page);
    await pointAt(page, WORDS);
    assert.match((await waitForCard(session.browser, page)).all, /Ann Roe/);
  });

  for (const [what, name] of [
    ['ten thousand characters', 'The Lantern '.repeat(900)],
    ['markup', '&lt;img src=x onerror=alert(1)&gt;&lt;b&gt;The Lantern&lt;/b&gt;'],
  ]) {
    test(`a publisher with a name of ${what} leaves the card as it is`, async () => {
      const page = await session.visit(
        'http://lantern.example/',
        article(SAID).replace('</head>', `<meta property="og:site_name" content="${name}"></head>`),
      );
      await waitForMarks(page);
      await pointAt(page, WORDS);
      const { all } = await waitForCard(session.browser, page);
      assert.ok(all.length < 1000 && !/[<>]|onerror/.test(all), all);
      assert.equal(
        await session.browser.inCard(
          page,
          (root) =>
            root.querySelector('img, b') !== null ||
            root.querySelector('.card')!.scrollWidth > root.querySelector('.card')!.clientWidth,
        ),
        false,
      );
    });
  }

  test('plain text, and text that its page keeps as it stands, are read when the reader asks for it', async () => {
    const text = [...plain, SAID].join('\n\n');
    for (const [path, answer] of [
      ['plain', { html: text, headers: { 'content-type': 'text/plain; charset=utf-8' } }],
      [
        'pre',
        `<!doctype html><html lang="en"><title>The bridge</title><body><h1>The bridge</h1><pre>${text}</pre></body></html>`,
      ],
    ] as const) {
      const page = await session.visit(`http://kept.example/${path}`, answer);
      const popup = await session.browser.popup();
      await waitForPopup(popup, 'not an article');
      await popup.run(() =>
        [...document.querySelectorAll('button')].find((button) => /Read it/.test(button.textContent ?? ''))!.click(),
      );
      await eventually(`${path} is not read`, async () =>
        (await pageState(popup)).status === 'article' ? true : null,
      );
      assert.deepEqual(
        (await waitForMarks(page)).map(({ words }) => words),
        [WORDS],
      );
      await popup.close();
    }
  });

  test('no script of ours leaves anything in the page’s world, nor is led astray by what is there', async () => {
    const page = await session.visit(
      'http://names.example/',
      article(SAID).replace(
        '<h1>',
        '<i id="hearsay_reader"></i><i id="hearsay_card"></i><i id="hearsayShared"></i><h1>',
      ),
    );
    await waitForMarks(page);
    await pointAt(page, WORDS);
    await waitForCard(session.browser, page);
    assert.deepEqual(
      await run(page, () => Object.getOwnPropertyNames(globalThis).filter((name) => /hearsay/i.test(name))),
      [],
    );
    assert.equal(await run(page, () => (globalThis as never as { hearsay_card: Element }).hearsay_card.localName), 'i');
  });

  test('a page that empties the registry of highlights without end finds the card there all the same', async () => {
    const page = await session.visit(
      'http://wiping.example/',
      withScript('setInterval(() => CSS.highlights.clear(), 20);'),
    );
    await eventually('no card opens', async () => {
      await pointAt(page, WORDS);
      await new Promise((later) => setTimeout(later, 600));
      return cardOn(session.browser, page);
    });
  });

  test('nothing on a page is moved: not by reading, by lines, by the card, nor by steps', async (context) => {
    if (session.browser.name === 'firefox') return context.skip('Firefox tells nobody of layout shifts.');
    const page = await session.visit(
      'http://still.example/',
      withScript(
        'window.shifts = []; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts.push(value); }).observe({ type: "layout-shift", buffered: true });',
        pageWith(
          [...plain, SAID, 'Bo Lee, who sells apples, said that he would walk around by the ford.']
            .map((words) => `<p>${words}</p>`)
            .join('') + '<div style="height: 2000px"></div>',
        ),
      ),
    );
    await waitForMarks(page);
    await pointAt(page, WORDS);
    await waitForCard(session.browser, page);
    await pointAway(page);
    await waitForNoCard(session.browser, page);
    await pointAt(page, 'he would walk around');
    await eventually('the second card did not open', async () =>
      /Bo Lee/.test((await cardOn(session.browser, page))?.all ?? '') ? true : null,
    );
    await page.keyboard.press('Escape');
    await new Promise((later) => setTimeout(later, 300));
    assert.deepEqual(await run(page, () => (window as never as { shifts: number[] }).shifts), []);
  });
});
