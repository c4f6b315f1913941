/** What `cargo xtask pages` tells of saved pages: on a small folder made for it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSaved, type SavedPage } from '../saved-pages/read.ts';
import { row, summary } from '../saved-pages/table.ts';
import { article, page as pageWith } from './harness/articles.ts';
import { inBothBrowsers } from './harness/session.ts';

const SAID = 'The miller, Ann Roe, told the Tessaly Courier that the bridge had shaken for a week.';
const PAGES: Record<string, string> = {
  own: article(SAID, 'Bo Lee, who sells apples, said that he would walk around by the ford.').replace(
    '</head>',
    '<link rel="canonical" href="https://www.tessalycourier.example/bridge"><script>document.title = "changed"; throw new Error("mine")</script></head>',
  ),
  short: pageWith('<p>Nothing here.</p>'),
  torn: '<p>A page that <b>was',
};

inBothBrowsers((session) => {
  test('a folder of saved pages is read page by page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-saved-'));
    try {
      for (const [name, html] of Object.entries(PAGES)) {
        mkdirSync(join(folder, name));
        writeFileSync(join(folder, name, 'source.html'), html);
      }
      mkdirSync(join(folder, 'no-page'));
      const pages: SavedPage[] = [];
      for await (const page of readSaved(session.browser, session.web, folder)) pages.push(page);
      const told = pages.map(({ name, status, claims, marks, errors, changed, requests }) => [
        name,
        status,
        claims,
        marks,
        errors.length,
        changed,
        requests,
      ]);
      assert.deepEqual(told, [
        ['own', 'article', 2, 2, 0, false, 0],
        ['short', 'not-article', 0, 0, 0, false, 0],
        ['torn', 'not-article', 0, 0, 0, false, 0],
      ]);
      assert.ok(pages[0]!.firstLine! > 0 && pages[1]!.firstLine === null);
      assert.match(row(pages[0]!), /^own +article +2 +2 +0 +no +0 +\d+$/);
      assert.match(
        summary(pages),
        /^3 pages: 1 article, 2 not-article\n2 claims, 2 marks on 1 pages\n0 errors on 0 pages, 0 documents changed, 0 requests\nfirst line after \d+ ms at the median/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
