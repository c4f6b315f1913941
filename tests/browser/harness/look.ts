/** The ways in which a page is looked at: window, colours, and how large everything is shown. Chromium only. */
import type { Page } from 'puppeteer-core';

export interface Look {
  /** CSS pixels. */
  width: number;
  height: number;
  /** Device pixels for a CSS pixel: twice as many in half the window is a zoom of 200 %. */
  scale: number;
  scheme: 'light' | 'dark';
  forcedColours?: boolean;
  /** Fingers in place of a pointer. */
  touch?: boolean;
}

/** Makes a page look so. */
export async function dress(
  page: Page,
  { width, height, scale, scheme, forcedColours, touch = false }: Look,
): Promise<void> {
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  const session = await page.createCDPSession();
  const features = [
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
  ];
  await session.send('Emulation.setEmulatedMedia', { features });
  // Puppeteer’s own way loads the page again.
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: touch });
}
