/**
 * The pictures for the stores, each 1280 × 800: the sample article as a reader sees it, with the card, the popup, and
 * the panel beside it. A browser photographs its pages and not its own window, so page and popup are laid together.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { river, throughTwoHands } from './harness/articles.ts';
import type { ExtensionBrowser } from './harness/browser.ts';
import { waitForCard } from './harness/card.ts';
import { dress, type Look } from './harness/look.ts';
import { eventually, pointAt, waitForMarks } from './harness/page.ts';
import { pressSpot, spotsOn } from './harness/panel.ts';
import type { Web } from './harness/web.ts';

const WIDTH = 1280;
const HEIGHT = 800;
const PANEL = 440;
const POPUP = { width: 360, height: 600 };

/** The name of a picture's file. */
type Png = `${string}.png`;

/** Where a picture lies in a larger one, in pixels from its upper left corner. */
interface Piece {
  file: string;
  left: number;
  top: number;
  /** Whether it lies above the rest, as a popup does. */
  raised?: boolean;
}

export async function storePictures(browser: ExtensionBrowser, web: Web, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const article = await browser.open(web.publish('http://merrowpost.example/river', river));
  await waitForMarks(article);
  await card(browser, article, 'light', `${folder}/1-card.png`);
  await besidePopup(browser, article, `${folder}/2-popup.png`);
  await besidePanel(browser, article, `${folder}/3-source-map.png`);
  await card(browser, article, 'dark', `${folder}/4-dark.png`);
  await article.close();

  const options = await browser.ownPage('options.html');
  await options.photograph(`${folder}/5-options.png`, look(WIDTH), false);
  await options.close();
}

async function card(browser: ExtensionBrowser, article: Page, scheme: Look['scheme'], file: Png): Promise<void> {
  await article.bringToFront();
  await dress(article, look(WIDTH, scheme));
  await pointAt(article, throughTwoHands.words);
  await waitForCard(browser, article);
  await settled();
  await article.screenshot({ path: file });
  await article.mouse.move(2, 2);
  await article.keyboard.press('Escape');
}

async function besidePopup(browser: ExtensionBrowser, article: Page, file: Png): Promise<void> {
  const popup = await browser.popup();
  await eventually('the popup stays empty', async () =>
    (await popup.run(() => document.querySelector('.claim') !== null)) ? true : null,
  );
  const [behind, above] = [`${file}.page.png`, `${file}.popup.png`] as const;
  await popup.photograph(above, { ...look(POPUP.width), height: POPUP.height }, false);
  await popup.close();
  await photographTop(article, WIDTH, behind);
  await lay(article, file, [
    { file: behind, left: 0, top: 0 },
    { file: above, left: WIDTH - POPUP.width - 60, top: 12, raised: true },
  ]);
}

async function besidePanel(browser: ExtensionBrowser, article: Page, file: Png): Promise<void> {
  const panel = await browser.ownPage('side-panel.html');
  await spotsOn(panel);
  await pressSpot(panel, throughTwoHands.hands[0]!);
  await settled();
  const [behind, beside] = [`${file}.page.png`, `${file}.panel.png`] as const;
  await panel.photograph(beside, look(PANEL), false);
  await panel.close();
  await photographTop(article, WIDTH - PANEL, behind);
  await lay(article, file, [
    { file: behind, left: 0, top: 0 },
    { file: beside, left: WIDTH - PANEL, top: 0 },
  ]);
}

async function photographTop(article: Page, width: number, file: Png): Promise<void> {
  await article.bringToFront();
  await dress(article, look(width));
  await article.evaluate(() => scrollTo(0, 0));
  await settled();
  await article.screenshot({ path: file });
}

/** Lays pictures together to one, and takes the pieces away. */
async function lay(near: Page, file: Png, pieces: readonly Piece[]): Promise<void> {
  const images = pieces.map(({ file, left, top, raised = false }) => {
    const data = readFileSync(file).toString('base64');
    const above = raised ? '; border-radius: 10px; box-shadow: 0 0 0 1px #0003, 0 12px 40px #0006' : '';
    return `<img src="data:image/png;base64,${data}" style="position: absolute; left: ${left}px; top: ${top}px${above}">`;
  });
  const board = await near.browser().newPage();
  await board.setViewport({ width: WIDTH, height: HEIGHT });
  await board.setContent(`<body style="margin: 0; overflow: hidden">${images.join('')}`);
  await board.screenshot({ path: file });
  await board.close();
  for (const piece of pieces) rmSync(piece.file);
}

function look(width: number, scheme: Look['scheme'] = 'light'): Look {
  return { width, height: HEIGHT, scale: 1, scheme };
}

/** The card fades in; the map lights up. */
function settled(): Promise<void> {
  return new Promise((later) => setTimeout(later, 400));
}
