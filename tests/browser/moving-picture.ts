/**
 * Takes the frames of the README's moving picture: `cargo xtask pictures --moving`. A pointer goes over the sample article
 * from claim to claim, and where it rests the card opens. A browser photographs no pointer, so one is drawn on the page.
 *
 *     node --import tsx tests/browser/moving-picture.ts FOLDER
 *
 * Writes `NUMBER-MILLISECONDS.png` for each frame, in order, with how long it stands.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { river } from './harness/articles.ts';
import { launch } from './harness/browser.ts';
import { waitForCard } from './harness/card.ts';
import { dress } from './harness/look.ts';
import { eventually, openClaimOn, placeOf, run, waitForMarks } from './harness/page.ts';
import { forget } from './harness/profile.ts';
import { startWeb } from './harness/web.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say which folder to write to.');

/** What is at the upper edge of the picture, and the claims that the pointer comes to: two hands, no name, three hands. */
const TOP = 'A river counted by the month';
const CLAIMS = ['the new count would suit', 'along the lower river', 'hours on the same'];
/** In milliseconds: how long a frame of a movement stands, and how long a card can be read. */
const [STEP, READ] = [60, 2700];
const STEPS = 8;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'hearsay-moving-'));
const web = await startWeb();
const browser = await launch('chromium', { headless: true, proxy: web.address, profile });
try {
  const page = await browser.open(web.publish('http://merrowpost.example/river', river));
  await waitForMarks(page);
  await dress(page, { width: 760, height: 730, scale: 1, scheme: 'light' });
  const { y: top } = await find(TOP);
  await run(page, (top) => scrollBy({ top, behavior: 'instant' }), top - 40);

  let at = { x: 640, y: 560 };
  let taken = 0;
  await page.mouse.move(at.x, at.y);
  await run(page, drawPointer, at);
  await take(1200);
  for (const words of CLAIMS) {
    await goTo(await find(words));
    await eventually('the card stays away', async () => ((await openClaimOn(page)).includes(words) ? true : null));
    await waitForCard(browser, page);
    await settled();
    await run(page, drawPointer, at);
    await take(READ);
  }
  console.log(`${taken} frames`);

  async function find(words: string) {
    const place = await run(page, placeOf, words);
    if (place === null) throw new Error(`“${words}” is not on the page.`);
    return { x: place.x, y: place.y };
  }

  /** Goes to a place as a hand does: fast at first, and slower where it arrives. */
  async function goTo(to: typeof at): Promise<void> {
    const from = at;
    for (let step = 1; step <= STEPS; step++) {
      const part = 1 - (1 - step / STEPS) ** 2;
      at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      await page.mouse.move(at.x, at.y);
      await run(page, drawPointer, at);
      if (step < STEPS) await take(STEP);
    }
  }

  async function take(milliseconds: number): Promise<void> {
    const number = String(taken++).padStart(3, '0');
    await page.screenshot({ path: `${folder}/${number}-${milliseconds}.png` });
  }
} finally {
  await browser.close();
  web.close();
  forget(profile);
}

/** Draws an arrow with its tip at a place of the window, in CSS pixels. Runs in the page. */
function drawPointer({ x, y }: { x: number; y: number }): void {
  let arrow = document.querySelector<HTMLElement>('body > .pointer');
  if (arrow === null) {
    arrow = document.createElement('div');
    arrow.className = 'pointer';
    arrow.popover = 'manual';
    arrow.innerHTML =
      '<svg width="16" height="24" fill="#000" stroke="#fff" stroke-width="1.2"><path d="M1 1v17.5l4.2-4 2.8 6.6 2.9-1.2-2.8-6.5h5.8z"/></svg>';
    document.body.append(arrow);
  }
  arrow.style.cssText = `position: fixed; inset: ${Math.round(y)}px auto auto ${Math.round(x)}px; margin: 0; border: 0; padding: 0; background: none; pointer-events: none`;
  // A card is in the top layer: above it stands only what came there later.
  arrow.hidePopover();
  arrow.showPopover();
}

/** The card fades in. */
function settled(): Promise<void> {
  return new Promise((later) => setTimeout(later, 500));
}
