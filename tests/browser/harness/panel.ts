/** The side panel, read and used as a reader does. */
import type { Runs } from './browser.ts';
import { eventually } from './page.ts';

/** A hand on the map, as it is drawn. */
export interface Spot {
  /** “Tessaly Courier, 4 of 16 claims”. */
  spoken: string;
  /** The left edge, in the map's own pixels. */
  x: number;
  nameless: boolean;
}

/** The hands on the map, column by column, as soon as there is one. */
export async function spotsOn(panel: Runs): Promise<Spot[]> {
  return eventually('the panel shows no map', async () => {
    const spots = await panel.run(() =>
      [...document.querySelectorAll('[data-hand]')].map((spot) => ({
        spoken: spot.querySelector('title')?.textContent ?? '',
        x: Number(spot.querySelector('.plate')?.getAttribute('x')),
        nameless: spot.classList.contains('nameless'),
      })),
    );
    return spots.length > 0 ? spots : null;
  });
}

/** The claims in the sheet, as they stand there. */
export async function chosenIn(panel: Runs): Promise<string[]> {
  return panel.run(() =>
    [...document.querySelectorAll('.chosen:not([hidden]) .claim .page-words')].map((words) => words.textContent ?? ''),
  );
}

/** Presses the hand with this name on the map. */
export async function pressSpot(panel: Runs, name: string): Promise<void> {
  await panel.run((name) => {
    const spot = [...document.querySelectorAll('[data-hand]')].find((spot) =>
      spot.querySelector('title')?.textContent.startsWith(`${name}, `),
    );
    spot!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  }, name);
}
