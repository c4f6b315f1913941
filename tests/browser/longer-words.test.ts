/** The layout holds when every text of the interface is 40 % longer, as in other languages, and when they run from right to left. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { river, throughTwoHands } from './harness/articles.ts';
import type { ExtensionPage } from './harness/browser.ts';
import { pressOnCard, waitForCard } from './harness/card.ts';
import { eventually, pointAt, waitForMarks } from './harness/page.ts';
import { spotsOn } from './harness/panel.ts';
import { waitForPopup } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

/** Makes every text longer and gives back what does not fit: elements that are wider inside than outside. */
function lengthened(root: Document | ShadowRoot): string[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    const words = text.data.trim();
    if (words.length > 1 && !/STYLE|SCRIPT/.test(text.parentElement?.tagName ?? ''))
      text.data = `${text.data.trimEnd()} ${words.slice(0, Math.ceil(words.length * 0.4))}`;
  }
  const { clientWidth } = document.documentElement;
  return [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => {
      if (!element.checkVisibility() || element.closest('.spoken, .map, svg, nav, option, select') !== null)
        return false;
      const { left, right, width } = element.getBoundingClientRect();
      const isCut = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      return (
        width > 0 &&
        (isCut ||
          left < -1 ||
          right > clientWidth + 1 ||
          (element.matches('button, .segments label, h1, h2, h3, p') &&
            element.scrollWidth > element.clientWidth + 1 &&
            getComputedStyle(element).display !== 'inline'))
      );
    })
    .map((element) => `${element.localName}.${element.className} “${element.textContent!.slice(0, 40)}”`);
}

inBothBrowsers((session) => {
  const holds = async (page: ExtensionPage, width: number, direction: string) => {
    await page.resize(width, 700);
    await page.run((direction) => void (document.documentElement.dir = direction), direction);
    assert.deepEqual(
      await page.run(new Function(`return (${lengthened})(document)`) as () => string[]),
      [],
      `${width} wide`,
    );
  };

  for (const direction of ['ltr', 'rtl']) {
    for (const file of ['options', 'welcome', 'whats-new', 'lessons']) {
      test(`${file}, on a phone and on a desk, ${direction}`, async () => {
        for (const width of [1100, 375]) {
          const page = await session.browser.ownPage(`${file}.html`);
          await eventually('the page stays empty', async () =>
            (await page.run(() => document.querySelector('h1') !== null)) ? true : null,
          );
          await holds(page, width, direction);
          await page.close();
        }
      });
    }

    test(`the popup and the panel, ${direction}`, async () => {
      const page = await session.visit('http://merrowpost.example/river', river);
      await waitForMarks(page);
      const popup = await session.browser.popup();
      await waitForPopup(popup, '2 hands');
      await popup.run(() => document.querySelector<HTMLElement>('[value="line 2"]')!.click());
      // Firefox takes the width of a scroll bar from a tab’s window.
      await holds(popup, 376, direction);
      await popup.close();
      const panel = await session.browser.ownPage('side-panel.html');
      await spotsOn(panel);
      await holds(panel, 396, direction);
      await panel.close();
    });
  }

  for (const direction of ['ltr', 'rtl']) {
    for (const [what, words] of [
      ['a card', throughTwoHands.words],
      ['a small card', 'experts expect half'],
    ] as const) {
      test(`${what}, ${direction}`, async () => {
        const page = await session.visit('http://merrowpost.example/river', river);
        await waitForMarks(page);
        await pointAt(page, words);
        await waitForCard(session.browser, page);
        await pressOnCard(session.browser, page, 'More');
        await session.browser.inCard(
          page,
          (root, direction) => void (root.querySelector<HTMLElement>('[role=dialog]')!.dir = direction),
          direction,
        );
        assert.deepEqual(await session.browser.inCard(page, lengthened), []);
      });
    }
  }
});
