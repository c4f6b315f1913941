/** Nothing leaves the browser: what a page says stays with its reader. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { river, throughTwoHands } from './harness/articles.ts';
import { waitForCard } from './harness/card.ts';
import { pointAt, waitForMarks } from './harness/page.ts';
import { pressClaim, waitForPopup } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const PAGE = 'http://merrowpost.example/river';

inBothBrowsers((session) => {
  test('reading a page, its card and its list makes no request beside the page itself', async () => {
    const quiet = session.web.publish(
      'http://quiet.example/',
      '<!doctype html><title>Nothing</title><link rel="icon" href="data:,">',
    );
    const start = await session.browser.open(quiet);
    session.web.requests.length = 0;
    const page = await session.visit(PAGE, river);
    await waitForMarks(page);
    await pointAt(page, throughTwoHands.words);
    await waitForCard(session.browser, page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, throughTwoHands.words);
    await pressClaim(popup, throughTwoHands.words);
    await new Promise((later) => setTimeout(later, 1000));
    assert.deepEqual(session.web.requests, [`GET ${PAGE}`]);
    await start.close();
  });

  test('the extension’s own policy forbids requests, whoever would try', async () => {
    const target = session.web.publish('http://elsewhere.example/', {
      html: 'reached',
      headers: { 'access-control-allow-origin': '*' },
    });
    await session.visit(PAGE, river);
    const popup = await session.browser.popup();
    session.web.requests.length = 0;
    const tries = await popup.run(async (target) => {
      const image = new Image();
      const seen = new Promise(
        (end) => ((image.onload = () => end('reached')), (image.onerror = () => end('refused'))),
      );
      image.src = target;
      const fetched = fetch(target, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      );
      const beacon = new Promise((end) => {
        document.addEventListener('securitypolicyviolation', () => end('refused'), { once: true });
        navigator.sendBeacon(target, 'words');
      });
      return Promise.all([seen, fetched, beacon]);
    }, target);
    assert.deepEqual(tries, ['refused', 'refused', 'refused']);
    assert.deepEqual(session.web.requests, []);
    await popup.close();
  });

  test('nothing of a page that was read is stored', async () => {
    const page = await session.visit(PAGE, river);
    await waitForMarks(page);
    await pointAt(page, throughTwoHands.words);
    await waitForCard(session.browser, page);
    const popup = await session.browser.popup();
    await waitForPopup(popup, throughTwoHands.words);
    const stored = await popup.run(async () => {
      const areas = await Promise.all(
        [chrome.storage.sync, chrome.storage.local, chrome.storage.session].map((area) => area.get(null)),
      );
      const databases = (await indexedDB.databases()).length;
      const caches = (await globalThis.caches?.keys().catch(() => [])) ?? [];
      return { areas, databases, caches: caches.length, local: localStorage.length };
    });
    await popup.close();
    assert.deepEqual(stored, { areas: [{}, {}, { begun: true }], databases: 0, caches: 0, local: 0 });
  });

  test('no permission and no resource beyond what reading needs', () => {
    const folder = session.browser.name === 'chromium' ? 'chrome' : 'firefox';
    const manifest = JSON.parse(readFileSync(`target/extension/${folder}/manifest.json`, 'utf8'));
    const panel = folder === 'chrome' ? ['sidePanel'] : [];
    assert.deepEqual(manifest.permissions, ['activeTab', 'contextMenus', 'scripting', ...panel, 'storage']);
    // What a content script needs later is put beside it by the background, which has to be let in where it is.
    assert.deepEqual(manifest.host_permissions, manifest.content_scripts[0].matches);
    assert.equal(manifest.web_accessible_resources, undefined);
    assert.deepEqual(
      manifest.browser_specific_settings?.gecko.data_collection_permissions,
      folder === 'firefox' ? { required: ['none'] } : undefined,
    );
    assert.match(manifest.content_security_policy.extension_pages, /default-src 'none'/);
  });
});
