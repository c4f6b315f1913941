/** The lines below claims are really painted, also where a page forbids every style but its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { eventually, marksOn, pointAt, run, waitForMarks } from './harness/page.ts';
import { turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const PARAGRAPH =
  '<span id="here">The Northern Courier reported, citing Anna Fox, that the bridge will open again on Monday.</span>';

inBothBrowsers((session) => {
  for (const [name, policy] of Object.entries({
    'no policy': '',
    'no styles from elsewhere': "default-src 'none'; style-src 'self'",
    'nothing at all': "default-src 'none'; require-trusted-types-for 'script'",
  })) {
    test(`a claim is underlined on a page whose policy is: ${name}`, async () => {
      const headers: Record<string, string> = policy === '' ? {} : { 'content-security-policy': policy };
      const page = await session.visit('http://lines.example/', { html: article(PARAGRAPH), headers });
      assert.deepEqual(
        (await waitForMarks(page)).map(({ line, anonymous }) => ({ line, anonymous })),
        [{ line: 'hearsay-2', anonymous: false }],
      );
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

inBothBrowsers((session) => {
  test('the claim whose card is open has a wash behind it', async () => {
    const page = await session.visit('http://wash.example/', article(PARAGRAPH));
    const [mark] = await waitForMarks(page);
    const corner = await run(page, () => {
      const [{ startContainer, startOffset, endOffset }] = [
        ...(CSS.highlights.get('hearsay-2') as unknown as Iterable<AbstractRange>),
      ] as [AbstractRange];
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(startContainer, endOffset);
      const { x, y } = range.getClientRects()[0]!;
      return { x: x + 1, y: y + 1 };
    });
    // Above the letters, where nothing but the wash is painted.
    const painted = () => page.screenshot({ clip: { ...corner, width: 4, height: 2 }, encoding: 'base64' });
    const before = await painted();
    await pointAt(page, mark!.words);
    await waitForCard(session.browser, page);
    await eventually('there is no wash', async () => ((await painted()) === before ? null : true));
  });
});

/** Grounds that pages have behind their words, and the colour of these words where that is not black. */
const GROUNDS: [ground: string, words?: string][] = [
  ['#777'],
  ['#1877f2', '#fff'],
  ['#0a5', '#fff'],
  ['#b00020', '#fff'],
  ['white'],
  ['#121212', '#eee'],
  ['rgb(0 0 0 / .5)', '#fff'],
  ['oklch(0.6 0.1 140)'],
  ['linear-gradient(#336, #447)', '#fff'],
  ...['#000', '#333', '#666', '#999', '#ccc'].flatMap((red) =>
    ['#00f', '#0f0', '#f00'].map((other): [string] => [`color-mix(in srgb, ${red}, ${other})`]),
  ),
];

inBothBrowsers((session) => {
  test('a line in full ink keeps three to one on whatever ground its words stand', async () => {
    const paragraphs = GROUNDS.map(
      ([ground, words = '#000'], at) =>
        `<span id="g${at}" style="background: ${ground}; color: ${words}">The Northern Courier reported, citing Mayor ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at]}nna Fox, that the bridge number ${at} will open again on Monday.</span>`,
    );
    const page = await session.visit('http://grounds.example/', article(...paragraphs));
    await eventually('not all is marked', async () =>
      (await run(page, () => [...CSS.highlights].reduce((sum, [, { size }]) => sum + size, 0))) >= paragraphs.length
        ? true
        : null,
    );
    const found = await run(page, () => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      const luminance = (colours: string[]) => {
        context.fillStyle = 'white';
        context.fillRect(0, 0, 1, 1);
        for (const colour of colours) {
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
        }
        const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((part) =>
          part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
        ) as [number, number, number];
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      return [...CSS.highlights].flatMap(([name, ranges]) =>
        [...(ranges as unknown as Iterable<AbstractRange>)].map(({ startContainer }) => {
          const words = startContainer.parentElement!;
          const { backgroundColor, backgroundImage } = getComputedStyle(words);
          const ground = luminance([backgroundImage === 'none' ? backgroundColor : '#447']);
          const line = luminance([getComputedStyle(words, `::highlight(${name})`).textDecorationColor]);
          return {
            name,
            ground: words.getAttribute('style')!,
            contrast: (Math.max(ground, line) + 0.05) / (Math.min(ground, line) + 0.05),
          };
        }),
      );
    });
    assert.equal(found.length, paragraphs.length);
    assert.deepEqual(
      found.filter(({ contrast }) => !(contrast >= 3)),
      [],
    );
  });
});

/** Claims of each line, with dots, on a page that says nothing of its lines' height. */
const DOTTED = [
  'Officials said that hidden boards would lift the bridge by four feet, that pylons typically lay low in the fjord, and that the gully held by the light of the high lift.',
  'The Northern Courier reported, citing officials, that hidden boards would lift the bridge by four feet, that pylons typically lay low in the fjord, and that the gully held.',
  'Hidden boards would lift the bridge by four feet while pylons typically lay low in the fjord and the gully held, the Northern Courier reported on Monday, citing a report in the Tessaly Post that quoted officials.',
];

inBothBrowsers((session) => {
  for (const strength of ['strong', 'inked'])
    test(`${strength} dots stand clear of the line above them and of the letters below, on a page that sets its lines as close as its font does`, async () => {
      const look = strength === 'inked' ? '' : `-${strength}`;
      const popup = await session.browser.popup();
      await popup.run((strength) => chrome.storage.local.set({ strength }), strength);
      await popup.close();
      const rule =
        '<style>p { line-height: normal; width: 30em } .serif { font-family: serif } .sans { font-family: sans-serif }</style>';
      const dressed = ['serif', 'sans'].flatMap((face) =>
        [16, 18, 21].flatMap((size) =>
          DOTTED.map(
            (words) =>
              `<span class="${face}" style="font-size: ${size}px; display: block">${words.replace('bridge', `${face} bridge of ${size}`)}</span>`,
          ),
        ),
      );
      const page = await session.visit(
        'http://close.example/',
        article(...dressed).replace('</head>', `${rule}</head>`),
      );
      await eventually('not all is dotted', async () =>
        (await run(page, (look) => CSS.highlights.get(`hearsay-anonymous${look}`)?.size ?? 0, look)) >= dressed.length
          ? true
          : null,
      );
      const found = await run(
        page,
        (look) => {
          const context = document.createElement('canvas').getContext('2d')!;
          const set = (element: Element, name: string) => {
            const {
              textUnderlineOffset: offset,
              textDecorationThickness: thickness,
              textDecorationStyle: style,
            } = getComputedStyle(element, `::highlight(${name})`);
            const from = offset === 'auto' ? 2 : parseFloat(offset);
            return { from, to: from + (style === 'double' ? 3 : 1) * parseFloat(thickness) };
          };
          const starts = (name: string) => [
            ...((CSS.highlights.get(name) as Iterable<AbstractRange> | undefined) ?? []),
          ];
          return starts(`hearsay-anonymous${look}`).map((range) => {
            const element = range.startContainer.parentElement!;
            const { fontSize, fontFamily } = getComputedStyle(element);
            context.font = `${fontSize} ${fontFamily}`;
            const all = document.createRange();
            all.selectNodeContents(element);
            const tops = [...new Set([...all.getClientRects()].map(({ top }) => top))].sort((a, b) => a - b);
            const line = ['hearsay-1', 'hearsay-2', 'hearsay-3'].find((name) =>
              starts(name + look).some(
                (other) => other.startContainer === range.startContainer && other.startOffset === range.startOffset,
              ),
            )!;
            const dots = set(element, `hearsay-anonymous${look}`);
            return {
              line,
              size: fontSize,
              face: fontFamily,
              above: dots.from - set(element, line + look).to,
              below: tops[1]! - tops[0]! - context.measureText('l').actualBoundingBoxAscent - dots.to,
            };
          });
        },
        look,
      );
      assert.deepEqual([...new Set(found.map(({ line }) => line))].sort(), ['hearsay-1', 'hearsay-2', 'hearsay-3']);
      // Half a pixel is what a letter's edge is rounded by.
      assert.deepEqual(
        found.filter(({ above, below }) => above < 0.5 || below < -0.5),
        [],
      );
    });

  for (const [name, style] of Object.entries({
    'as a browser does': '',
    'with an offset of its own': 'text-underline-offset: 0.3em',
    'with a border': 'text-decoration: none; border-bottom: 1px solid; padding-bottom: 3px',
  }))
    test(`one hand does not look like two below a link that is underlined ${name}`, async () => {
      const page = await session.visit(
        'http://linked.example/',
        article(
          `<span style="font-size: 18px">Anna Fox said that <a href="/June" id="here" style="${style}">the mill would close in June</a> for a week.</span>`,
        ),
      );
      await waitForMarks(page);
      const marked = await pictureOf(page);
      const popup = await session.browser.popup();
      await turnSwitch(popup);
      await eventually('there are still lines', async () => ((await marksOn(page)).length === 0 ? true : null));
      const bare = await pictureOf(page);
      await turnSwitch(popup);
      await popup.close();
      const rows = await run(
        page,
        async (pictures) => {
          const [one, other] = (await Promise.all(
            pictures.map(async (picture) => {
              const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
              const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
              context.drawImage(image, 0, 0);
              const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
              return Array.from({ length: height }, (_, y) =>
                Array.from({ length: width }, (_, x) =>
                  [...data.slice(4 * (y * width + x), 4 * (y * width + x) + 3)].join(),
                ),
              );
            }),
          )) as [string[][], string[][]];
          const isLine = (row: string[]) => row.filter((colour) => colour !== '255,255,255').length > 0.8 * row.length;
          return one.flatMap((row, y) => (row.join() === other[y]!.join() ? [] : [isLine(other[y]!)]));
        },
        [marked, bare],
      );
      assert.deepEqual(
        rows.filter((isOwn) => !isOwn),
        [],
        'a row of its own below a link',
      );
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
