/**
 * Photographs everything a reader sees, in every look it has to stand: `cargo xtask pictures`.
 *
 *     node --import tsx tests/browser/pictures.ts
 *
 * Writes PNGs to target/pictures: the card on the sample article, the popup, the panel, a trail, the options, the welcome page,
 * What’s new, the lessons and the playground with the states each can be in, in light, dark and forced colours, on a phone,
 * and at a zoom of 200 %; the main ones in each language and from right to left; and to target/pictures/store those for
 * the stores.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { river, throughTwoHands } from './harness/articles.ts';
import { launch, type ExtensionBrowser } from './harness/browser.ts';
import { pressOnCard, waitForCard } from './harness/card.ts';
import { dress, type Look } from './harness/look.ts';
import { eventually, pointAt, tapOn, waitForMarks } from './harness/page.ts';
import { pressSpot, spotsOn } from './harness/panel.ts';
import { drop, openPlayground, press, waitForWords } from './harness/playground.ts';
import { forget } from './harness/profile.ts';
import { startWeb, type Web } from './harness/web.ts';
import { failedReading, popupStates } from './popup-pictures.ts';
import { cardStates, languages, lessonStates, mapStates } from './state-pictures.ts';
import { storePictures } from './store-pictures.ts';
import { trailStates } from './trail-pictures.ts';

const FOLDER = 'target/pictures';
const DESK = { width: 1100, height: 800, scale: 1 };
const looks = (desk: Pick<Look, 'width' | 'height' | 'scale'>): Record<string, Look> => ({
  light: { ...desk, scheme: 'light' },
  dark: { ...desk, scheme: 'dark' },
  forced: { ...desk, scheme: 'dark', forcedColours: true },
  phone: { width: 390, height: 844, scale: 2, scheme: 'light', touch: true },
  zoom: { ...desk, width: Math.max(desk.width / 2, 360), height: desk.height / 2, scale: 2, scheme: 'light' },
});

mkdirSync(FOLDER, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'hearsay-pictures-'));
const web = await startWeb();
const browser = await launch('chromium', { headless: true, proxy: web.address, profile });
try {
  await card(browser, web);
  await popup(browser, web);
  await panel(browser, web);
  await ownPages(browser);
  await playground(browser, web);
  await cardStates(browser, web, looks, FOLDER);
  await lessonStates(browser, looks, FOLDER);
  await mapStates(browser, web, looks, FOLDER);
  await trailStates(browser, web, looks, FOLDER);
  await storePictures(browser, web, `${FOLDER}/store`);
  await popupStates(browser, web, looks, FOLDER);
  await browser.close();
  await failedReading(web, looks, FOLDER);
  await languages(web, FOLDER);
  console.log(`The pictures are in ${FOLDER}.`);
} finally {
  await browser.close();
  web.close();
  forget(profile);
}

/** The card on the sample article, which is dark where the browser is. */
async function card(browser: ExtensionBrowser, web: Web): Promise<void> {
  for (const [name, look] of Object.entries(looks(DESK))) {
    const page = await browser.open(web.publish('http://merrowpost.example/river', river));
    await waitForMarks(page);
    await dress(page, look);
    await (look.touch ? tapOn : pointAt)(page, throughTwoHands.words);
    await waitForCard(browser, page);
    await settled();
    await page.screenshot({ path: `${FOLDER}/card-${name}.png` });
    await pressOnCard(browser, page, 'More');
    await settled();
    await page.screenshot({ path: `${FOLDER}/card-more-${name}.png` });
    await page.close();
  }
}

async function popup(browser: ExtensionBrowser, web: Web): Promise<void> {
  const page = await browser.open(web.publish('http://merrowpost.example/river', river));
  await waitForMarks(page);
  for (const [name, look] of Object.entries(looks({ width: 360, height: 600, scale: 1 }))) {
    const opened = await browser.popup();
    await eventually('the popup stays empty', async () =>
      (await opened.run(() => document.querySelector('.claim') !== null)) ? true : null,
    );
    await opened.photograph(`${FOLDER}/popup-${name}.png`, look, false);
    await opened.run(() => document.querySelector<HTMLElement>('[value="line 2"]')!.click());
    await opened.photograph(`${FOLDER}/popup-filtered-${name}.png`, look, false);
    await opened.close();
  }
  await page.close();
}

/** The panel as wide as browsers make it, with the ways through one hand lit; as narrow as Firefox makes it, and wide. */
async function panel(browser: ExtensionBrowser, web: Web): Promise<void> {
  const page = await browser.open(web.publish('http://merrowpost.example/river', river));
  await waitForMarks(page);
  const widths = { narrow: 252, wide: 720 };
  const others = Object.entries(widths).map(([name, width]): [string, Look] => [
    name,
    { width, height: 800, scale: 1, scheme: 'light' },
  ]);
  for (const [name, look] of [...Object.entries(looks({ width: 380, height: 800, scale: 1 })), ...others]) {
    const opened = await browser.ownPage('side-panel.html');
    await spotsOn(opened);
    await opened.photograph(`${FOLDER}/panel-${name}.png`, look, true);
    await pressSpot(opened, throughTwoHands.hands[0]!);
    await settled();
    await opened.photograph(`${FOLDER}/panel-traced-${name}.png`, look, false);
    await opened.close();
  }
  await page.close();
}

async function ownPages(browser: ExtensionBrowser): Promise<void> {
  for (const file of ['options', 'welcome', 'whats-new', 'lessons']) {
    for (const [name, look] of Object.entries(looks(DESK))) {
      const opened = await browser.ownPage(`${file}.html`);
      await settled();
      await opened.photograph(`${FOLDER}/${file}-${name}.png`, look, true);
      await opened.close();
    }
  }
}

/** The playground with a card open, and with a text being written that was refused. */
async function playground(browser: ExtensionBrowser, web: Web): Promise<void> {
  for (const [name, look] of Object.entries(looks({ width: 1280, height: 900, scale: 1 }))) {
    const page = await openPlayground({ browser, web });
    const [, mark] = await waitForMarks(page);
    await dress(page, look);
    await (look.touch ? tapOn : pointAt)(page, mark!.words);
    await waitForCard(browser, page);
    await settled();
    await page.screenshot({ path: `${FOLDER}/playground-${name}.png` });
    await press(page, 'Edit');
    await drop(page, 'bridge.jpg', 'image/jpeg', () => [new Uint8Array(9)]);
    await waitForWords(page, '.refusal', /./);
    await settled();
    await page.screenshot({ path: `${FOLDER}/playground-editor-${name}.png` });
    await page.close();
  }
}

/** The card fades in; a specimen is read. */
function settled(): Promise<void> {
  return new Promise((later) => setTimeout(later, 400));
}
