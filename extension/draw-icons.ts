/**
 * Draws the icon files in `extension/icons` from the glyph. They are kept in the repository, since they change about
 * once in a product's life and drawing them needs a browser.
 *
 *     node --import tsx extension/draw-icons.ts [PATH OF CHROMIUM]
 */
import { writeFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { APOSTROPHES } from './src/ui/logo.ts';

/** Middle tones, which hold on light and on dark toolbars. */
const ON = '#3f7fc0';
const OFF = '#7c7c7c';
const TILE = { ground: '#22405e', marks: '#fdfcfa' };

const marks = (colour: string) =>
  APOSTROPHES.map(({ path, opacity }) => `<path d="${path}" fill="${colour}" opacity="${opacity}"/>`).join('');
const svg = (size: number, grid: number, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${grid} ${grid}">${body}</svg>`;

const toolbar = (colour: string) => (size: number) => svg(size, 16, marks(colour));
const tile = (size: number) =>
  svg(
    size,
    128,
    `<rect width="128" height="128" rx="24" fill="${TILE.ground}"/><g transform="translate(22 22) scale(5.25)">${marks(TILE.marks)}</g>`,
  );

const files = [
  { name: 'hearsay', draw: toolbar(ON), sizes: [16, 20, 24, 32, 40] },
  { name: 'hearsay-off', draw: toolbar(OFF), sizes: [16, 20, 24, 32, 40] },
  { name: 'tile', draw: tile, sizes: [32, 48, 96, 128] },
];

const browser = await launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const { name, draw, sizes } of files) {
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${draw(size)}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(new URL(`icons/${name}-${size}.png`, import.meta.url), png);
  }
}
await browser.close();
