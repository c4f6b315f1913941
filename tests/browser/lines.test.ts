/** The lines below claims are really painted, also where a page forbids every style but its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article } from './harness/articles.ts';
import { eventually, run, waitForMarks } from './harness/page.ts';
import { turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const PARAGRAPH = '<span id="here">The Northern Courier reported, citing Anna Fox, that the bridge will open again on Monday.</span>';

inBothBrowsers((session) => {
  for (const [name, policy] of Object.entries({
    'no policy': '',
    'no styles from elsewhere': "default-src 'none'; style-src 'self'",
    'nothing at all': "default-src 'none'; require-trusted-types-for 'script'",
  })) {
    test(`a claim is underlined on a page whose policy is: ${name}`, async () => {
      const headers: Record<string, string> = policy === '' ? {} : { 'content-security-policy': policy };
      const page = await session.visit('http://lines.example/', { html: article(PARAGRAPH), headers });
      assert.deepEqual((await waitForMarks(page)).map(({ line, anonymous }) => ({ line, anonymous })), [{ line: 'hearsay-2', anonymous: false }]);
      const marked = await pictureOf(page);
      const popup = await session.browser.popup();
      await turnSwitch(popup);
      await eventually('the line is still painted', async () => ((await pictureOf(page)) === marked ? null : true));
      const bare = await pictureOf(page);
      await turnSwitch(popup);
      await eventually('the line did not come back', async () => ((await pictureOf(page)) === marked ? true : null));
      assert.notEqual(bare, marked);
      await popup.close();
    });
  }
});

/** Grounds that pages have behind their words, and the colour of these words where that is not black. */
const GROUNDS: [ground: string, words?: string][] = [
  ['#777'], ['#1877f2', '#fff'], ['#0a5', '#fff'], ['#b00020', '#fff'], ['white'], ['#121212', '#eee'], ['rgb(0 0 0 / .5)', '#fff'], ['oklch(0.6 0.1 140)'],
  ['linear-gradient(#336, #447)', '#fff'], ...['#000', '#333', '#666', '#999', '#ccc'].flatMap((red) => ['#00f', '#0f0', '#f00'].map((other): [string] => [`color-mix(in srgb, ${red}, ${other})`])),
];

inBothBrowsers((session) => {
  test('a line in full ink keeps three to one on whatever ground its words stand', async () => {
    const paragraphs = GROUNDS.map(([ground, words = '#000'], at) => `<span id="g${at}" style="background: ${ground}; color: ${words}">The Northern Courier reported, citing Mayor ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at]}nna Fox, that the bridge number ${at} will open again on Monday.</span>`);
    const page = await session.visit('http://grounds.example/', article(...paragraphs));
    await eventually('not all is marked', async () => ((await run(page, () => [...CSS.highlights].reduce((sum, [, { size }]) => sum + size, 0))) >= paragraphs.length ? true : null));
    const found = await run(page, () => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      const luminance = (colours: string[]) => {
        context.fillStyle = 'white';
        context.fillRect(0, 0, 1, 1);
        for (const colour of colours) {
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
        }
        const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      return [...CSS.highlights].flatMap(([name, ranges]) => [...(ranges as unknown as Iterable<AbstractRange>)].map(({ startContainer }) => {
        const words = startContainer.parentElement!;
        const { backgroundColor, backgroundImage } = getComputedStyle(words);
        const ground = luminance([backgroundImage === 'none' ? backgroundColor : '#447']);
        const line = luminance([getComputedStyle(words, `::highlight(${name})`).textDecorationColor]);
        return { name, ground: words.getAttribute('style')!, contrast: (Math.max(ground, line) + 0.05) / (Math.min(ground, line) + 0.05) };
      }));
    });
    assert.equal(found.length, paragraphs.length);
    assert.deepEqual(found.filter(({ contrast }) => !(contrast >= 3)), []);
  });
});

/** The paragraph's pixels. */
async function pictureOf(page: Page): Promise<string> {
  const clip = await run(page, () => {
    const { x, y, width, height } = document.querySelector('#here')!.getBoundingClientRect();
    return { x, y, width, height: height + 8 };
  });
  return page.screenshot({ clip, encoding: 'base64' });
}
