/** The example of `examples/web-page`, run as it stands beside the build. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitForWords } from './harness/playground.ts';
import { inBothBrowsers } from './harness/session.ts';

inBothBrowsers((session) => {
  test('a page that uses the engine lists its claims', async () => {
    for (const folder of ['examples/web-page/', 'target/wasm/'])
      session.web.publishFolder(`http://page.example/${folder}`, folder);
    const page = await session.browser.open('http://page.example/examples/web-page/');
    const claims = await waitForWords(page, '#claims', /./);
    assert.equal(claims, 'The ferry will sail on Friday (depth 2): this page ← Pellworth Gazette ← Nora Vey');
    await page.close();
  });
});
