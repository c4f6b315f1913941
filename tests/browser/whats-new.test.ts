/** What’s new: the project’s changelog, for a reader who asks for it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { violationsOn } from './harness/accessibility.ts';
import { eventually } from './harness/page.ts';
import { inBothBrowsers } from './harness/session.ts';

inBothBrowsers((session) => {
  test('the options lead to it, and it shows every entry', async () => {
    const options = await session.browser.ownPage('options.html');
    const link = await eventually('the options have no link to it', () =>
      options.run(() => document.querySelector<HTMLAnchorElement>('#about a')?.getAttribute('href') ?? null),
    );
    await options.close();
    const page = await session.browser.ownPage(link);
    const entries = await eventually(
      'the page stays empty',
      async () => (await page.run(() => document.querySelectorAll('li').length)) || null,
    );
    assert.equal(entries, readFileSync('CHANGELOG.md', 'utf8').match(/^\* /gm)!.length);
    const words = await page.run(() => document.body.innerText);
    assert.doesNotMatch(words, /unreleased|changelog|\*/i);
    assert.match(words, /In this version \(\d+\.\d+\.\d+\)/);
    assert.deepEqual(await violationsOn(page), []);
    await page.close();
  });
});
