/** Pages that change under the reader: the marks follow the text, and a page that rests costs nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article, plain } from './harness/articles.ts';
import { cardOn, waitForCard, waitForNoCard } from './harness/card.ts';
import { eventually, marksOn, pointAt, run, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const MILLER = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
const SELLER = 'Bo Lee, who sells apples, said that he would walk around by the ford.';
const html = article(MILLER, SELLER);
const SHAKEN = 'the bridge had shaken for a week';
const AROUND = 'he would walk around by the ford';

const words = async (page: Page) => (await marksOn(page)).map((mark) => mark.words);
const waitFor = (page: Page, wanted: string[]) =>
  eventually(`the marks are not ${wanted}`, async () =>
    JSON.stringify(await words(page)) === JSON.stringify(wanted) ? true : null,
  );

inBothBrowsers((session) => {
  const visit = async (): Promise<Page> => {
    const page = await session.visit('http://changing.example/', html);
    await waitForMarks(page);
    await waitFor(page, [SHAKEN, AROUND]);
    return page;
  };
  /** Runs in the page, with its last two paragraphs. */
  const change = (page: Page, how: (miller: HTMLElement, seller: HTMLElement) => void) =>
    page.evaluate(`(${how})(...[...document.querySelectorAll('p')].slice(-2))`);

  test('words rewritten in place lose their line at once and get a new one', async () => {
    const page = await visit();
    await change(
      page,
      (miller) => void ((miller.firstChild as Text).data = 'The smith, Di Moe, said that the anvil was cold.'),
    );
    assert.doesNotMatch((await words(page)).join(), /shaken|smith|Di Moe/);
    await waitFor(page, ['the anvil was cold', AROUND]);
  });

  test('the same words in new elements are marked again', async () => {
    const page = await visit();
    await change(page, (miller) => void (miller.parentElement!.innerHTML += ''));
    await waitFor(page, [SHAKEN, AROUND]);
  });

  test('paragraphs that come later are read, in their place', async () => {
    const page = await visit();
    await change(page, (miller) =>
      miller.insertAdjacentHTML('beforebegin', '<p>The smith, Di Moe, said that the anvil was cold.</p>'),
    );
    await waitFor(page, ['the anvil was cold', SHAKEN, AROUND]);
  });

  test('an open card stays with its claim, and closes when its claim is gone', async () => {
    const page = await visit();
    await pointAt(page, AROUND);
    await waitForCard(session.browser, page);
    await change(page, (miller) =>
      miller.insertAdjacentHTML('afterend', '<p>The smith, Di Moe, said that the anvil was cold.</p>'),
    );
    await waitFor(page, [SHAKEN, 'the anvil was cold', AROUND]);
    assert.match((await cardOn(session.browser, page))!.all, /Bo Lee.*3 of 3/);
    await change(page, (_, seller) => seller.remove());
    await waitForNoCard(session.browser, page);
  });

  test('another article without a load takes the place of the first', async () => {
    const page = await visit();
    await page.evaluate(`{
      history.pushState({}, '', '/next');
      document.querySelector('article').outerHTML = ${JSON.stringify(`<main><h1>Cold iron</h1><p>${plain.join('</p><p>')}</p><p>The smith, Di Moe, said that the anvil was cold.</p></main>`)};
    }`);
    await waitFor(page, ['the anvil was cold']);
    await page.evaluate(
      `{ history.pushState({}, '', '/'); document.querySelector('main').outerHTML = '<h1>Front page</h1>'; }`,
    );
    await waitForNoMarks(page);
  });

  test('an article that is drawn long after the page has loaded is found', async () => {
    const page = await session.visit(
      'http://changing.example/late',
      '<!doctype html><html lang="en"><title>Late</title><div id="app"></div></html>',
    );
    await new Promise((later) => setTimeout(later, 1000));
    await page.evaluate(
      `document.getElementById('app').innerHTML = ${JSON.stringify(html.slice(html.indexOf('<article>'), html.indexOf('</body>')))}`,
    );
    await waitFor(page, [SHAKEN, AROUND]);
  });

  test('marks that the page takes out of the registry are put back when the pointer moves', async () => {
    const page = await visit();
    await run(page, () => CSS.highlights.clear());
    await pointAt(page, AROUND);
    await waitFor(page, [SHAKEN, AROUND]);
  });

  test('paragraphs that change places take their marks with them', async () => {
    const page = await visit();
    await change(page, (miller, seller) => seller.after(miller));
    await waitFor(page, [AROUND, SHAKEN]);
  });

  test('text nodes that are split and joined keep their marks', async () => {
    const page = await visit();
    await change(page, (miller) => {
      (miller.firstChild as Text).splitText(40).splitText(9);
      miller.insertBefore(document.createComment(' '), miller.lastChild);
    });
    await waitFor(page, [SHAKEN, AROUND]);
    await change(page, (miller) => miller.normalize());
    await waitFor(page, [SHAKEN, AROUND]);
  });

  test('an advert between paragraphs, or inside one, is passed over', async () => {
    const page = await visit();
    await change(page, (miller, seller) => {
      seller.insertAdjacentHTML(
        'beforebegin',
        '<div class="ad-slot"><p>The dentist, Di Moe, said that everybody in Little Ford should try this brush on their teeth twice a day.</p></div>',
      );
      const text = miller.firstChild as Text;
      text.splitText(text.data.indexOf('shaken'));
      miller.insertBefore(
        Object.assign(document.createElement('aside'), { textContent: 'Advertisement' }),
        miller.lastChild,
      );
    });
    await waitFor(page, ['the bridge had ', 'shaken for a week', AROUND]);
  });

  test('a live blog: what is posted above is marked, what is taken away is not', async () => {
    const page = await visit();
    for (const board of [1, 2, 3]) {
      await page.evaluate(
        `document.querySelector('h1').insertAdjacentHTML('afterend', '<section class="post"><time>10.0${board}</time><p>The smith, Di Moe, said that board ${board} of the bridge was as sound as the day on which it was laid there.</p></section>')`,
      );
      await eventually(`post ${board} is not marked`, async () =>
        (await words(page))[0]?.includes(`board ${board}`) ? true : null,
      );
    }
    assert.equal((await words(page)).length, 5);
    await page.evaluate(`document.querySelectorAll('.post').forEach((post) => post.remove())`);
    await waitFor(page, [SHAKEN, AROUND]);
  });

  test('articles that are added at the end of a page are read after the first', async () => {
    const page = await visit();
    for (const [at, thing] of ['anvil', 'hammer'].entries()) {
      await page.evaluate(
        `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(`<article><h1>Cold iron</h1><p>${plain.join('</p><p>').replaceAll('bridge', thing)}</p><p>The smith, Di Moe, said that the ${thing} was cold.</p></article>`)})`,
      );
      await eventually(`the ${thing} is not marked`, async () =>
        (await words(page))[2 + at]?.includes(thing) ? true : null,
      );
    }
    await waitFor(page, [SHAKEN, AROUND, 'the anvil was cold', 'the hammer was cold']);
  });

  test('of five articles that are added one after another, the first keeps its lines', async () => {
    const page = await session.visit(
      'http://changing.example/endless',
      html.replace('</article>', '</article><div id="more"></div>'),
    );
    await waitFor(page, [SHAKEN, AROUND]);
    const things = ['anvil', 'hammer', 'bellows', 'tongs', 'chimney'];
    for (const thing of things) {
      await page.evaluate(
        `document.querySelector('#more').insertAdjacentHTML('beforeend', ${JSON.stringify(`<article><h1>Cold iron</h1><p>${plain.join('</p><p>').replaceAll('bridge', thing)}</p><p>The smith, Di Moe, said that the ${thing} was cold.</p></article>`)})`,
      );
      await eventually(
        `the ${thing} is not marked`,
        async () => ((await words(page)).at(-1)?.includes(thing) ? true : null),
        12_000,
      );
    }
    await waitFor(page, [SHAKEN, AROUND, ...things.map((thing) => `the ${thing} was cold`)]);
  });

  test('a page whose text is put back, or rewritten where it stands, is read', async () => {
    const german =
      'Die Brücke an der kleinen Furt wurde am Dienstag nach einer Nacht mit starkem Regen gesperrt, weil zwei Bretter fehlten.';
    const source = html.replaceAll(/<p>[^<]*<\/p>/g, `<p>${german}</p>`);
    const texts = [...plain, MILLER, SELLER];
    const page = await session.visit('http://changing.example/translated', source);
    await new Promise((later) => setTimeout(later, 1000));
    await page.evaluate(
      `document.querySelectorAll('p').forEach((p, at) => { p.firstChild.nodeValue = ${JSON.stringify(texts)}[at]; })`,
    );
    await waitFor(page, [SHAKEN, AROUND]);
    await page.evaluate(
      `window.old = [...document.querySelectorAll('p')].map((p) => p.firstChild); document.querySelectorAll('p').forEach((p) => p.replaceChildren(${JSON.stringify(german)}))`,
    );
    await waitForNoMarks(page);
    await page.evaluate(`document.querySelectorAll('p').forEach((p, at) => p.replaceChildren(old[at]))`);
    await waitFor(page, [SHAKEN, AROUND]);
  });

  const SHOWN_BY_A_STYLE: [name: string, source: string, showing: string][] = [
    [
      'the style of the body',
      html.replace('<body>', '<body style="visibility: hidden">'),
      'document.body.style.visibility = "visible"',
    ],
    [
      'a class of the document',
      html.replace('</head>', '<style>html:not(.ready) article { display: none }</style></head>'),
      'document.documentElement.className = "ready"',
    ],
    [
      'an attribute',
      html.replace('<article>', '<div hidden><article>').replace('</article>', '</article></div>'),
      'document.querySelector("div").hidden = false',
    ],
    [
      'a sheet that goes',
      html.replace('</head>', '<style id="wait">body { visibility: hidden }</style></head>'),
      'document.querySelector("#wait").remove()',
    ],
    [
      'an animation that ends',
      html.replace(
        '</head>',
        '<style>body { animation: start 3s steps(1, end) both } @keyframes start { from { visibility: hidden } to { visibility: visible } }</style></head>',
      ),
      '',
    ],
  ];
  for (const [name, source, showing] of SHOWN_BY_A_STYLE) {
    test(`an article that is shown by ${name} alone is read`, async () => {
      const page = await session.visit(`http://changing.example/shown`, source);
      await new Promise((later) => setTimeout(later, 2000));
      assert.deepEqual(await words(page), []);
      await page.evaluate(showing);
      await waitFor(page, [SHAKEN, AROUND]);
      await page.close();
    });
  }

  test('what a reader unfolds is read, though the page only changes a style', async () => {
    const folded = article(
      MILLER,
      `<button>Read on</button></p><div id="rest" style="display: none"><p>${SELLER}</p></div><details><summary>More</summary><p>The smith, Di Moe, said that the anvil was cold.</p></details><p>`,
    );
    const page = await session.visit(
      'http://changing.example/folded',
      folded.replace(
        '</body>',
        `<script>document.querySelector('button').onclick = () => { document.querySelector('#rest').style.display = 'block'; };</script></body>`,
      ),
    );
    await waitFor(page, [SHAKEN]);
    await page.click('button');
    await waitFor(page, [SHAKEN, AROUND]);
    await page.click('summary');
    await waitFor(page, [SHAKEN, AROUND, 'the anvil was cold']);
  });

  test('a page that notes every moment in its address is read all the same', async () => {
    const page = await visit();
    await page.evaluate(`{ let at = 0; setInterval(() => history.replaceState({}, '', '?at=' + ++at), 50); }`);
    await change(
      page,
      (miller) => void ((miller.firstChild as Text).data = 'The smith, Di Moe, said that the anvil was cold.'),
    );
    await waitFor(page, ['the anvil was cold', AROUND]);
  });

  test('a page that changes without end keeps its marks, and is read less and less often', async () => {
    const listener = await session.browser.ownPage('popup.html');
    await listener.run(() => {
      const asked: number[] = ((globalThis as never as { asked: number[] }).asked = []);
      chrome.runtime.onMessage.addListener(
        (message: { type?: string }) => void (message.type === 'analyze' && asked.push(performance.now())),
      );
    });
    const page = await visit();
    await page.evaluate(`{
      window.at = 0;
      setInterval(() => { document.querySelector('p').firstChild.data = 'Change ' + ++window.at + '. ' + document.querySelector('p').firstChild.data.slice(-150); }, 20);
    }`);
    await new Promise((later) => setTimeout(later, 10_000));
    await waitFor(page, [SHAKEN, AROUND]);
    const asked = await listener.run(() => (globalThis as never as { asked: number[] }).asked);
    const gaps = asked.slice(1).map((time, at) => time - asked[at]!);
    assert.ok(asked.length >= 3 && asked.length <= 7, `asked ${asked.length} times, after ${gaps}`);
    assert.ok(gaps.at(-1)! > 2 * gaps[0]!, `the pauses grow: ${gaps}`);
    await listener.close();
  });
});
