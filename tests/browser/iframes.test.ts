/** Articles in frames: those of the page's own site are read where they stand, others only when the reader wants it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { article, page as pageWith } from './harness/articles.ts';
import { waitForCard, waitForNoCard } from './harness/card.ts';
import { eventually, marksOn, pointAway, pointIntoFrame, run, waitForMarks, waitForNoMarks } from './harness/page.ts';
import { turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const SAID = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
const SHAKEN = 'the bridge had shaken for a week';
const around = (frame: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page around</title></head><body>${frame}</body></html>`;
const attributes = 'width="800" height="600" style="border: 3px solid"';

inBothBrowsers((session) => {
  const frameOf = (page: Page): Promise<Frame> =>
    eventually('the page has no frame', async () => page.frames().find((frame) => frame !== page.mainFrame()) ?? null);
  const rests = () => new Promise((later) => setTimeout(later, 1500));
  const setFrames = async (on: boolean) => {
    const options = await session.browser.ownPage('options.html');
    await eventually('there is no such switch', () =>
      options.run((on) => {
        const knob = document.querySelector<HTMLInputElement>('#frames');
        if (knob !== null && knob.checked !== on) knob.click();
        return knob?.checked === on || null;
      }, on),
    );
    await options.close();
  };

  test('a claim in a frame of the same site is marked, and its card opens in the frame', async () => {
    session.web.publish('http://framed.example/inner', article(SAID));
    const page = await session.visit('http://framed.example/', around(`<iframe src="/inner" ${attributes}></iframe>`));
    const frame = await frameOf(page);
    assert.deepEqual(
      (await waitForMarks(frame)).map(({ words }) => words),
      [SHAKEN],
    );
    assert.deepEqual(await marksOn(page), []);
    await pointIntoFrame(page, frame, SHAKEN);
    assert.match((await waitForCard(session.browser, page)).all, /Ann Roe/);
    await pointAway(page);
    await waitForNoCard(session.browser, page);
  });

  test('a line is painted in the frame, and goes with the switch of the site', async () => {
    const page = await session.visit(
      'http://painted.example/',
      around(`<iframe srcdoc="${article(SAID).replaceAll('"', '&quot;')}" ${attributes}></iframe>`),
    );
    const frame = await frameOf(page);
    await waitForMarks(frame);
    const marked = await page.screenshot({ encoding: 'base64' });
    const popup = await session.browser.popup();
    await turnSwitch(popup);
    await waitForNoMarks(frame);
    assert.notEqual(await page.screenshot({ encoding: 'base64' }), marked);
    await turnSwitch(popup);
    await waitForMarks(frame);
    await popup.close();
  });

  test('a frame that comes later, beside an article, is read as a page of its own', async () => {
    session.web.publish('http://framed.example/inner', article(SAID));
    const page = await session.visit(
      'http://framed.example/later',
      article('Bo Lee, who sells apples, said that he would walk around by the ford.'),
    );
    await waitForMarks(page);
    await run(page, () =>
      document.body.insertAdjacentHTML('beforeend', '<iframe src="/inner" width="800" height="600"></iframe>'),
    );
    assert.deepEqual(
      (await waitForMarks(await frameOf(page))).map(({ words }) => words),
      [SHAKEN],
    );
    assert.deepEqual(
      (await marksOn(page)).map(({ words }) => words),
      ['he would walk around by the ford'],
    );
  });

  test('a frame of another site is left alone until the reader wants it', async () => {
    session.web.publish('http://elsewhere.example/inner', article(SAID));
    const html = around(`<iframe src="http://elsewhere.example/inner" ${attributes}></iframe>`);
    const page = await session.visit('http://around.example/', html);
    await rests();
    assert.deepEqual(await marksOn(await frameOf(page)), []);
    await setFrames(true);
    await waitForMarks(await frameOf(page));
    const again = await session.visit('http://around.example/again', html);
    await waitForMarks(await frameOf(again));
    await setFrames(false);
    await waitForNoMarks(await frameOf(again));
  });

  test('frames without an article bring nothing into themselves', async () => {
    const page = await session.visit(
      'http://adverts.example/',
      pageWith(`<p>${SAID}</p><iframe srcdoc="<p>Buy this brush.</p>" ${attributes}></iframe>`),
    );
    await rests();
    assert.deepEqual(await marksOn(await frameOf(page)), []);
  });
});
