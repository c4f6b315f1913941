/** How the card behaves: its buttons, its place, its keys, and that it keeps out of the page's way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article, page as pageWith, plain } from './harness/articles.ts';
import { boxOnCard, cardOn, pressOnCard, waitForCard, waitForNoCard } from './harness/card.ts';
import { eventually, pointAt, pointAway, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const CLAIMS = [
  'The miller, Ann Roe, said that the bridge had shaken for a week.',
  'The Tessaly Courier reported on Monday that the oak had come by boat, citing a ferryman.',
  'Bo Lee, who sells apples, said that he would walk around by the ford.',
];
const three = article(...CLAIMS);
const FIRST = 'the bridge had shaken';
const SECOND = 'the oak had come by boat';
const THIRD = 'he would walk around';

inBothBrowsers((session) => {
  const open = async (html: string, words: string): Promise<Page> => {
    const page = await session.visit('http://manners.example/', html);
    await waitForMarks(page);
    await pointAt(page, words);
    await waitForCard(session.browser, page);
    return page;
  };
  const says = (page: Page, words: RegExp) =>
    eventually(`the card did not say ${words}`, async () =>
      words.test((await cardOn(session.browser, page))?.all ?? '') ? true : null,
    );

  test('the arrows go from claim to claim, round and round', async () => {
    const page = await open(three, FIRST);
    await says(page, /1 of 3/);
    await pressOnCard(session.browser, page, 'Next claim');
    await says(page, /2 of 3.*|.*Tessaly Courier.*2 of 3/);
    await pressOnCard(session.browser, page, 'Previous claim');
    await pressOnCard(session.browser, page, 'Previous claim');
    await says(page, /Bo Lee.*3 of 3/);
  });

  test('a step goes to a claim that is out of sight, and the card stays until the pointer has been on it', async () => {
    const gap = '<div style="height: 3000px"></div>';
    const page = await open(
      pageWith(
        `<p>${plain.join('</p><p>')}</p><p>${CLAIMS[0]}</p>${gap}<p style="margin-left: 500px">${CLAIMS[1]}</p>`,
      ),
      FIRST,
    );
    await pressOnCard(session.browser, page, 'Next claim');
    await says(page, /2 of 2/);
    assert.ok((await run(page, () => scrollY)) > 2000);
    await page.mouse.move(5, 5, { steps: 3 });
    await new Promise((later) => setTimeout(later, 700));
    await says(page, /2 of 2/);
  });

  test('the claim can be copied with its way', async () => {
    const page = await open(three.replace('<h1>', '<textarea></textarea><h1>'), SECOND);
    await pressOnCard(session.browser, page, 'Copy');
    await says(page, /Copied/);
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    assert.equal(
      await run(page, () => document.querySelector('textarea')!.value),
      '“the oak had come by boat” (2 hands away): manners.example ← Tessaly Courier ← “a ferryman”\nhttp://manners.example/#:~:text=the%20oak%20had%20come%20by%20boat',
    );
  });

  test('a click elsewhere closes the card, a click on the card does not', async () => {
    const page = await open(three, FIRST);
    const { x, y } = await boxOnCard(session.browser, page, 'h2');
    await page.mouse.click(x + 5, y + 5);
    assert.ok(await cardOn(session.browser, page));
    await page.mouse.click(900, 10);
    await waitForNoCard(session.browser, page);
  });

  test('scrolling takes the card along, and closes it when its words are out of sight', async () => {
    const page = await open(article(...CLAIMS) + '<div style="height: 3000px"></div>', FIRST);
    const before = await boxOnCard(session.browser, page, '.card');
    await run(page, () => scrollBy({ top: 100, behavior: 'instant' }));
    await eventually('the card did not follow', async () =>
      Math.abs((await boxOnCard(session.browser, page, '.card')).y - before.y + 100) < 2 ? true : null,
    );
    await run(page, () => scrollBy({ top: 2000, behavior: 'instant' }));
    await waitForNoCard(session.browser, page);
  });

  test('the same in a box that scrolls', async () => {
    const box = pageWith(
      `<div id="box" style="height: 420px; overflow: auto"><p>${[...plain, ...CLAIMS].join('</p><p>')}</p><div style="height: 2000px"></div></div>`,
    );
    const page = await open(box, FIRST);
    const before = await boxOnCard(session.browser, page, '.card');
    await run(page, () => document.getElementById('box')!.scrollBy({ top: 40, behavior: 'instant' }));
    await eventually('the card did not follow', async () =>
      Math.abs((await boxOnCard(session.browser, page, '.card')).y - before.y + 40) < 2 ? true : null,
    );
    await run(page, () => document.getElementById('box')!.scrollBy({ top: 1500, behavior: 'instant' }));
    await waitForNoCard(session.browser, page);
  });

  test('the wheel over a card with nothing to scroll goes to the page', async () => {
    const page = await open(
      pageWith(`<p>${[...plain, ...CLAIMS].join('</p><p>')}</p><div style="height: 3000px"></div>`),
      FIRST,
    );
    const { x, y } = await boxOnCard(session.browser, page, 'h2');
    await page.mouse.move(x + 5, y + 5, { steps: 3 });
    await page.mouse.wheel({ deltaY: 60 });
    await eventually('the page does not scroll', async () => ((await run(page, () => scrollY)) > 20 ? true : null));
  });

  test('a click in the card closes no popover of the page, and in a dialog over everything the card can be pressed', async () => {
    for (const [begin, end, show] of [
      ['<div popover id="top" style="margin: 0 0 0 auto">A menu.</div>', '', 'showPopover'],
      ['<dialog id="top">', '</dialog>', 'showModal'],
    ]) {
      const shows = `<script>document.querySelector('#top').${show}()</script>`;
      const page = await session.visit(
        'http://manners.example/',
        three.replace('<article>', `${begin}<article>`).replace('</article>', `</article>${end}${shows}`),
      );
      await waitForMarks(page);
      await pointAt(page, FIRST);
      await waitForCard(session.browser, page);
      await pressOnCard(session.browser, page, 'Next claim');
      await says(page, /2 of/);
      assert.equal(await run(page, () => document.querySelector('#top')!.checkVisibility()), true, begin);
      await page.close();
    }
  });

  test('“More” opens away from the sentence: the card stays where it is, and covers no word of it', async () => {
    const edges: string[] = [];
    for (const gap of [0, 60, 120, 180, 210, 240, 270, 300, 360]) {
      const page = await session.visit(
        'http://manners.example/',
        three.replace('<h1>', `<div style="height: ${gap}px"></div><h1>`),
      );
      await page.setViewport({ width: 700, height: 800 });
      await waitForMarks(page);
      await pointAt(page, SECOND);
      await waitForCard(session.browser, page);
      const sentence = () =>
        run(
          page,
          (words) => {
            const { top, bottom } = [...document.querySelectorAll('p')]
              .find(({ textContent }) => textContent!.includes(words))!
              .getBoundingClientRect();
            return { top, bottom };
          },
          SECOND,
        );
      /** The card, and how far below the sentence it stands, or above. */
      const look = async () => {
        const { y, bottom } = await boxOnCard(session.browser, page, '.card');
        const words = await sentence();
        return { y, bottom, height: bottom - y, below: y - words.bottom, above: words.top - bottom };
      };
      const before = await look();
      await pressOnCard(session.browser, page, 'More');
      const after = await look();
      const isBelow = before.below >= 0;
      const [was, is] = isBelow ? [before.below, after.below] : [before.above, after.above];
      const seen = `${gap}: ${JSON.stringify({ before, after })}`;
      assert.ok(after.height > before.height, seen);
      assert.ok(is >= 0, `the card covers the sentence, ${seen}`);
      assert.ok(Math.abs(is - was) < 1, seen);
      edges.push(isBelow ? 'below' : 'above');
      await page.close();
    }
    assert.deepEqual([...new Set(edges)], ['below', 'above'], 'both are seen');
  });

  test('with the window made smaller the card stays in it, or goes', async () => {
    const page = await session.visit(
      'http://manners.example/',
      three.replace('<body>', '<body style="font-size: 20px">'),
    );
    await page.setViewport({ width: 550, height: 400 });
    await waitForMarks(page);
    for (const words of [FIRST, SECOND, THIRD]) {
      await page.setViewport({ width: 550, height: 400 });
      await pointAt(page, words);
      await waitForCard(session.browser, page);
      await page.setViewport({ width: 320, height: 256 });
      await new Promise((later) => setTimeout(later, 600));
      if ((await cardOn(session.browser, page)) === null) continue;
      const { x, y, right, bottom } = await boxOnCard(session.browser, page, '.card');
      assert.ok(x >= 0 && y >= 0 && right <= 320 && bottom <= 256, `${words}: ${x} ${y} ${right} ${bottom}`);
      await page.keyboard.press('Escape');
    }
  });

  test('beside words that do not scroll with the page, the card does not either', async () => {
    const fixed = pageWith(
      `<p>${plain.join('</p><p>')}</p><p style="position: fixed; top: 80px">${CLAIMS[0]}</p><div style="height: 3000px"></div>`,
    );
    const page = await open(fixed, FIRST);
    const before = await boxOnCard(session.browser, page, '.card');
    await run(page, () => scrollBy({ top: 400, behavior: 'instant' }));
    await new Promise((later) => setTimeout(later, 200));
    assert.ok(Math.abs((await boxOnCard(session.browser, page, '.card')).y - before.y) < 2);
  });

  test('the card stays in the window and beside its words, wherever they stand', async () => {
    for (const [width, height] of [
      [1100, 800],
      [320, 568],
      [700, 450],
      [320, 256],
    ] as const) {
      for (const side of ['left', 'right', 'center']) {
        const page = await session.visit(
          'http://manners.example/',
          three.replace('<body>', `<body style="text-align: ${side}; font-size: 20px">`),
        );
        await page.setViewport({ width, height });
        await waitForMarks(page);
        await pointAt(page, THIRD);
        await waitForCard(session.browser, page);
        const { x, y, right, bottom } = await boxOnCard(session.browser, page, '.card');
        assert.ok(
          x >= 0 && y >= 0 && right <= width && bottom <= height,
          `${side} in ${width}×${height}: ${x} ${y} ${right} ${bottom}`,
        );
        await page.close();
      }
    }
  });

  test('the card takes no focus and moves nothing', async () => {
    const page = await open(three.replace('<h1>', '<input id="field"><h1>'), FIRST);
    await pointAway(page);
    await page.focus('#field');
    await pointAt(page, SECOND);
    await waitForCard(session.browser, page);
    assert.equal(await run(page, () => document.activeElement?.id), 'field');
    assert.equal(await run(page, () => document.documentElement.scrollHeight <= innerHeight), true);
  });

  test('a page cannot dress the card, hide it or look into it', async () => {
    const hostile = `<style>* { all: unset !important; display: none; opacity: .1; } html, body, article, h1, p { display: block !important; }
      hearsay-card { display: none !important; visibility: hidden !important; }</style>`;
    const page = await open(three.replace('</head>', `${hostile}</head>`), FIRST);
    await session.browser.inCard(page, (root) =>
      root
        .querySelector('.card')!
        .getAnimations()
        .forEach((fade) => fade.finish()),
    );
    const look = await session.browser.inCard(page, (root) => {
      const card = root.querySelector('.card')!;
      const { width, height } = card.getBoundingClientRect();
      const { fontSize, backgroundColor, opacity } = getComputedStyle(card);
      return { width, isHigh: height > 80, fontSize, isPainted: backgroundColor !== 'rgba(0, 0, 0, 0)', opacity };
    });
    assert.deepEqual(look, { width: 328, isHigh: true, fontSize: '13px', isPainted: true, opacity: '1' });
    const seen = await run(page, () => {
      const host = document.querySelector('hearsay-card') as HTMLElement;
      return [host.shadowRoot, host.textContent, host.innerText, host.attributes.length];
    });
    assert.deepEqual(seen, [null, '', '', 0]);
  });

  test('a page that defines the card’s element, Highlight and CSS anew breaks nothing', async () => {
    const script = `<script>
      customElements.define('hearsay-card', class extends HTMLElement { constructor() { super(); throw new Error('mine'); } });
      window.Highlight = function () { throw new Error('mine'); };
      Array.prototype.flatMap = Map.prototype.get = Element.prototype.matches = () => { throw new Error('mine'); };
      Object.prototype.status = Object.prototype.type = 'polluted';
    </script>`;
    const page = await session.visit('http://manners.example/', three.replace('</head>', `${script}</head>`));
    await eventually('nothing was marked', async () =>
      (await run(page, () => CSS.highlights.get('hearsay-1')?.size ?? 0)) > 0 ? true : null,
    );
  });

  /** A pen comes down and goes up again. Puppeteer has no word for it. */
  const touchWithPen = async (page: Page, { x, y }: { x: number; y: number }) => {
    const devtools = await page.createCDPSession();
    for (const type of ['mousePressed', 'mouseReleased'] as const)
      await devtools.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        button: 'left',
        clickCount: 1,
        pointerType: 'pen',
      });
    await devtools.detach();
  };

  test('a tap of a finger or a pen opens the card, a tap elsewhere closes it, a tap on a link stays a link', async () => {
    const page = await session.visit(
      'http://manners.example/',
      article(
        ...CLAIMS,
        '<a href="#there">Cy Poe said that the apples had been wet.</a> It went on raining on the ford, on the fence and on the lorry of oak.',
      ),
    );
    await waitForMarks(page);
    const place = (words: string) =>
      run(
        page,
        (words) => {
          const paragraph = [...document.querySelectorAll('p, a')].findLast((element) =>
            element.textContent!.includes(words),
          )!;
          const range = document.createRange();
          const text = paragraph.firstChild as Text;
          range.setStart(text, text.data.indexOf(words));
          range.setEnd(text, text.data.indexOf(words) + words.length);
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left + 20, y: top + height / 2 };
        },
        words,
      );
    const tap = async (words: string) => {
      const { x, y } = await place(words);
      await page.touchscreen.tap(x, y);
    };
    await tap(FIRST);
    await says(page, /1 of/);
    await page.touchscreen.tap(900, 10);
    await waitForNoCard(session.browser, page);
    if (session.browser.name === 'chromium') {
      await touchWithPen(page, await place(SECOND));
      await says(page, /Tessaly Courier/);
      await touchWithPen(page, { x: 900, y: 10 });
      await waitForNoCard(session.browser, page);
    }
    await tap('the apples had been wet');
    await eventually('the link was not followed', async () => (page.url().endsWith('#there') ? true : null));
    assert.equal(await cardOn(session.browser, page), null);
  });
});
