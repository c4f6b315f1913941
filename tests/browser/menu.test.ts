/** The context menu: how selected words are sourced, and the sources of the page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article, page as blank, plain } from './harness/articles.ts';
import { pressOnCard, waitForCard } from './harness/card.ts';
import { eventually, htmlOf, openClaimOn, run, waitForMarks } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

const SAID = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
const CITED = 'The Tessaly Courier reported on Monday that the oak had come by boat, citing a ferryman.';

/** Selects some words that stand in one text node. */
const select = (page: Page, words: string) =>
  run(
    page,
    (words) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
        const at = text.data.indexOf(words);
        if (at >= 0) return getSelection()!.setBaseAndExtent(text, at, text, at + words.length);
      }
    },
    words,
  );

inBothBrowsers((session) => {
  /** What the notice says, as soon as it says something. */
  const told = (page: Page) =>
    eventually(
      'no notice came',
      async () =>
        (await session.browser.inCard(
          page,
          (root) => root.querySelector('.message:popover-open [role=status]')?.textContent,
        )) || null,
    );

  test('opens the card of the claim in the selected words, or beside them in its attribution', async () => {
    const page = await session.visit('http://menu.example/', article(SAID, CITED));
    await waitForMarks(page);
    await select(page, 'come by boat');
    await session.browser.chooseInMenu(page, 'source-of-selection');
    assert.deepEqual((await waitForCard(session.browser, page)).hands, ['Tessaly Courier', '“a ferryman”']);
    await select(page, 'Ann Roe, said');
    await session.browser.chooseInMenu(page, 'source-of-selection');
    await eventually('the claim is not open', async () =>
      (await openClaimOn(page)) === 'the bridge had shaken for a week' ? true : null,
    );
  });

  test('says so where there is no claim, until Escape', async () => {
    const page = await session.visit('http://menu.example/', article(SAID));
    await waitForMarks(page);
    const before = await htmlOf(page);
    await select(page, plain[0]!.slice(0, 40));
    await session.browser.chooseInMenu(page, 'source-of-selection');
    assert.match(await told(page), /^No source found/);
    assert.equal(await htmlOf(page), before);
    await page.keyboard.press('Escape');
    assert.equal(await run(page, () => document.querySelector('hearsay-card')), null);
  });

  test('in a frame it answers for the frame; in one of another site it says why it does not', async () => {
    session.web.publish('http://framed.example/inner', article(SAID));
    for (const [site, wanted] of [
      ['http://framed.example/', /Ann Roe/],
      ['http://around.example/', /comes from another site/],
    ] as const) {
      const page = await session.visit(
        site,
        `<!doctype html><html lang="en"><p>Around.</p><iframe src="http://framed.example/inner" width="800" height="600"></iframe>`,
      );
      const frame = await eventually(
        'there is no frame',
        async () => page.frames().find((frame) => frame.url().endsWith('/inner')) ?? null,
      );
      if (site.includes('framed')) await waitForMarks(frame);
      await run(frame, () => getSelection()!.selectAllChildren([...document.querySelectorAll('p')].at(-1)!));
      await session.browser.chooseInMenu(page, 'source-of-selection', frame);
      // What is in a frame of another site, its driver alone sees.
      if (site.includes('framed'))
        await eventually('no card', async () =>
          (await session.browser.inCard(page, (root) => root.textContent))?.match(wanted),
        );
      else
        await eventually('nothing is said in the frame', () =>
          run(frame, () => document.querySelector('hearsay-card') !== null || null),
        );
      await page.close();
    }
  });

  test('says why a page was not read', async () => {
    const page = await session.visit('http://menu.example/short', blank('<p>Anna Fox said the bridge is shut.</p>'));
    await eventually('the page was not looked at', async () => {
      await select(page, 'Anna Fox said');
      await session.browser.chooseInMenu(page, 'source-of-selection');
      return (await told(page)) === 'This page is not an article' ? true : null;
    });
  });

  test('copies the sources of the page, at a press of the reader’s own where the browser wants one', async () => {
    const page = await session.visit(
      'http://menu.example/',
      article(SAID, CITED).replace('<h1>', '<textarea></textarea><h1>'),
    );
    await waitForMarks(page);
    await session.browser.chooseInMenu(page, 'copy-sources');
    if (!/^Copied/.test(await told(page))) await pressOnCard(session.browser, page, 'Copy');
    await eventually('nothing was copied', async () =>
      (await told(page)) === 'Copied: 2 claims · 1 by name · 1 without a name · 1 second-hand' ? true : null,
    );
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    assert.deepEqual((await run(page, () => document.querySelector('textarea')!.value)).split('\n'), [
      'The bridge',
      'http://menu.example/',
      '2 claims · 1 by name · 1 without a name · 1 second-hand',
      '',
      'Ann Roe (1)',
      '• the bridge had shaken for a week',
      '',
      'Tessaly Courier (1)',
      '• the oak had come by boat ← “a ferryman”',
    ]);
  });
});
