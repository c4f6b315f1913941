/** Photographs a trail: the card on the page it leads to, what is said where the claim is not, the panel with its columns, and one origin of four pages. */
import { article } from './harness/articles.ts';
import type { ExtensionBrowser } from './harness/browser.ts';
import { by, COURIER, Following, GAZETTE, LIES } from './harness/following.ts';
import { dress } from './harness/look.ts';
import { eventually, waitForMarks } from './harness/page.ts';
import { pressSpot, spotsOn } from './harness/panel.ts';
import type { Web } from './harness/web.ts';
import type { Looks } from './state-pictures.ts';

const ORIGIN = [
  'The pier at Lowby will be sold in May, a port official told the Pellworth Gazette.',
  'Lowby’s pier will be sold in May, the Tarn Courier reported, citing a port official.',
  'The pier at Lowby will be sold, a port official said.',
  'The pier will be sold in May, a port official said on Tuesday.',
];

export async function trailStates(browser: ExtensionBrowser, web: Web, looks: Looks, folder: string): Promise<void> {
  const trail = new Following({ browser, web });
  // Whatever language it speaks.
  const shown = /./;
  const lantern = await trail.begin();
  const gazette = await trail.follow(lantern, 'The pier at Lowby', GAZETTE);
  await trail.told(gazette, shown);
  const courier = await trail.press(gazette, COURIER);
  await trail.told(courier, shown);
  await lantern.bringToFront();
  const lies = await trail.follow(lantern, 'The mill at Lowby', LIES);
  await trail.told(lies, shown);
  for (const [page, state] of [
    [gazette, 'found'],
    [lies, 'not-found'],
  ] as const) {
    await page.bringToFront();
    for (const [name, look] of Object.entries(looks({ width: 1100, height: 800, scale: 1 }))) {
      await dress(page, look);
      await page.reload();
      await trail.told(page, shown);
      await settled();
      await page.screenshot({ path: `${folder}/trail-${state}-${name}.png` });
    }
  }
  for (const [page, state] of [
    [courier, 'three'],
    [lies, 'not-found'],
  ] as const) {
    for (const [name, look] of Object.entries(looks({ width: 380, height: 800, scale: 1 }))) {
      await page.bringToFront();
      const panel = await browser.ownPage('side-panel.html');
      await eventually(
        'the panel shows no trail',
        async () => (await panel.run(() => document.querySelector('.columns') !== null)) || null,
      );
      await panel.photograph(`${folder}/panel-trail-${state}-${name}.png`, look, true);
      await panel.close();
    }
  }
  for (const page of [lies, courier, gazette]) await page.close();
  for (const [at, words] of ORIGIN.entries()) {
    const url = web.publish(`http://paper${at}.example/pier`, by(`Paper ${at}`, article(words)));
    await waitForMarks(await browser.open(url));
  }
  for (const [name, look] of Object.entries(looks({ width: 380, height: 800, scale: 1 }))) {
    const panel = await browser.ownPage('side-panel.html');
    await spotsOn(panel);
    await panel.run(() => document.querySelector<HTMLElement>('.origins > button')!.click());
    await eventually(
      'no page is named',
      async () => (await panel.run(() => document.querySelector('.origin') !== null)) || null,
    );
    await panel.photograph(`${folder}/panel-origins-${name}.png`, look, true);
    await panel.close();
  }
  await lantern.bringToFront();
  for (const [name, look] of Object.entries(looks({ width: 380, height: 800, scale: 1 }))) {
    const panel = await browser.ownPage('side-panel.html');
    await spotsOn(panel);
    await pressSpot(panel, 'Pellworth Gazette');
    await eventually(
      'no way leads from the map',
      async () => (await panel.run(() => document.querySelector('.below') !== null)) || null,
    );
    await panel.photograph(`${folder}/panel-reports-${name}.png`, look, false);
    await panel.close();
    await lantern.bringToFront();
  }
}

/** The card fades in. */
function settled(): Promise<void> {
  return new Promise((later) => setTimeout(later, 400));
}
