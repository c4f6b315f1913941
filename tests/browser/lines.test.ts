/** The lines below claims are really painted, also where a page forbids every style but its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article } from './harness/articles.ts';
import { eventually, run, waitForMarks } from './harness/page.ts';
import { turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const PARAGRAPH = '<span id="here">The Northern Courier reported, citing Anna Fox, that the bridge will open again on Monday.</span>';

inBothBrowsers((session) => {
  for (const [name, policy] of Object.entries({
    'no policy': '',
    'no styles from elsewhere': "default-src 'none'; style-src 'self'",
    'nothing at all': "default-src 'none'; require-trusted-types-for 'script'",
  })) {
    test(`a claim is underlined on a page whose policy is: ${name}`, async () => {
      const headers: Record<string, string> = policy === '' ? {} : { 'content-security-policy': policy };
      const page = await session.visit('http://lines.example/', { html: article(PARAGRAPH), headers });
      assert.deepEqual((await waitForMarks(page)).map(({ line, anonymous }) => ({ line, anonymous })), [{ line: 'hearsay-2', anonymous: false }]);
      const marked = await pictureOf(page);
      const popup = await session.browser.popup();
      await turnSwitch(popup);
      await eventually('the line is still painted', async () => ((await pictureOf(page)) === marked ? null : true));
      const bare = await pictureOf(page);
      await turnSwitch(popup);
      await eventually('the line did not come back', async () => ((await pictureOf(page)) === marked ? true : null));
      assert.notEqual(bare, marked);
      await popup.close();
    });
  }
});

/** The paragraph's pixels. */
async function pictureOf(page: Page): Promise<string> {
  const clip = await run(page, () => {
    const { x, y, width, height } = document.querySelector('#here')!.getBoundingClientRect();
    return { x, y, width, height: height + 8 };
  });
  return page.screenshot({ clip, encoding: 'base64' });
}
