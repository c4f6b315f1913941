/** Articles in components: claims in open shadow roots are marked, pointed at and followed like any others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { plain } from './harness/articles.ts';
import { pressOnCard, waitForCard } from './harness/card.ts';
import { eventually, isInSight, marksOn, pointAt, run, waitForMarks, waitForNoMarks, wordsOf } from './harness/page.ts';
import { turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const SAID = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
const SHAKEN = 'the bridge had shaken for a week';
const AROUND = 'he would walk around by the ford';

/** A page whose article stands in a component, each paragraph in one of its own. */
const inComponents = (
  ...paragraphs: string[]
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The bridge</title></head><body><x-story>
<template shadowrootmode="open"><style>x-text { display: block }</style><h1>A bridge without two boards</h1>
${[...plain, ...paragraphs].map((words) => `<x-text><template shadowrootmode="open"><p>${words}</p></template></x-text>`).join('\n')}
</template></x-story></body></html>`;

const words = async (page: Page) => (await marksOn(page)).map((mark) => mark.words);
const waitFor = (page: Page, wanted: string[]) =>
  eventually(`the marks are not ${wanted}`, async () =>
    JSON.stringify(await words(page)) === JSON.stringify(wanted) ? true : null,
  );

inBothBrowsers((session) => {
  test('a line is painted in a shadow root, and taken away with everything that it needed', async () => {
    const page = await session.visit('http://components.example/', inComponents(SAID));
    await waitForMarks(page);
    const marked = await pictureOf(page);
    const popup = await session.browser.popup();
    await turnSwitch(popup);
    await waitForNoMarks(page);
    await eventually('the line is still painted', async () => ((await pictureOf(page)) === marked ? null : true));
    assert.equal(await sheetsIn(page), 0);
    await turnSwitch(popup);
    await eventually('the line did not come back', async () => ((await pictureOf(page)) === marked ? true : null));
    await popup.close();
  });

  test('pointing at a claim in a shadow root opens its card, and the card leads to words in another', async () => {
    const gap = '<div style="height: 3000px"></div>';
    const page = await session.visit(
      'http://components.example/far',
      inComponents(
        `A study by the Ford Institute found that the boards were soft.${gap}`,
        'The study said that the mill would close before the winter.',
      ),
    );
    await waitForMarks(page);
    await pointAt(page, 'the mill would close');
    assert.equal((await waitForCard(session.browser, page)).depth, '1 hand away');
    assert.equal(await isInSight(page, 'A study by the Ford Institute'), false);
    await pressOnCard(session.browser, page, '“A study by the Ford Institute”');
    await eventually('nothing flashes', async () =>
      (await wordsOf(page, 'hearsay-flash')).includes('Ford Institute') ? true : null,
    );
    assert.equal(await isInSight(page, 'A study by the Ford Institute'), true);
    assert.equal((await waitForCard(session.browser, page)).depth, '1 hand away');
  });

  test('what changes in a shadow root is read again', async () => {
    const page = await session.visit('http://components.example/changing', inComponents(SAID));
    await waitFor(page, [SHAKEN]);
    await run(page, () => {
      const text = document
        .querySelector('x-story')!
        .shadowRoot!.querySelector('x-text:last-of-type')!
        .shadowRoot!.querySelector('p')!;
      (text.firstChild as Text).data = 'The smith, Di Moe, said that the anvil was cold.';
    });
    await waitFor(page, ['the anvil was cold']);
    await page.evaluate(`{
      const added = document.createElement('x-text');
      added.attachShadow({ mode: 'open' }).innerHTML = '<p>Bo Lee, who sells apples, said that he would walk around by the ford.</p>';
      document.querySelector('x-story').shadowRoot.append(added);
    }`);
    await waitFor(page, ['the anvil was cold', AROUND]);
  });

  test('a component that draws its article late is read', async () => {
    const page = await session.visit(
      'http://components.example/late',
      '<!doctype html><html lang="en"><title>Late</title><x-story></x-story></html>',
    );
    await new Promise((later) => setTimeout(later, 1000));
    await page.evaluate(`{
      customElements.define('x-story', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify([...plain, SAID].map((words) => `<p>${words}</p>`).join(''))}; }
      });
    }`);
    await waitFor(page, [SHAKEN]);
  });

  test('a closed shadow root stays closed', async () => {
    const page = await session.visit(
      'http://components.example/closed',
      inComponents(SAID).replaceAll('shadowrootmode="open"', 'shadowrootmode="closed"'),
    );
    await new Promise((later) => setTimeout(later, 1000));
    assert.deepEqual(await marksOn(page), []);
  });
});

/** How many style sheets the paragraphs' shadow roots have adopted. */
async function sheetsIn(page: Page): Promise<number> {
  return run(page, () =>
    [...document.querySelector('x-story')!.shadowRoot!.querySelectorAll('x-text')].reduce(
      (sum, { shadowRoot }) => sum + shadowRoot!.adoptedStyleSheets.length,
      0,
    ),
  );
}

/** The last paragraph's pixels. */
async function pictureOf(page: Page): Promise<string> {
  const clip = await run(page, () => {
    const { x, y, width, height } = [...document.querySelector('x-story')!.shadowRoot!.querySelectorAll('x-text')]
      .at(-1)!
      .getBoundingClientRect();
    return { x, y, width, height: height + 8 };
  });
  return page.screenshot({ clip, encoding: 'base64' });
}
