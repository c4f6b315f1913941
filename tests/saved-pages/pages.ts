/**
 * Reads saved pages in a browser with the built extension in it: `cargo xtask pages DIR`.
 *
 *     CHROMIUM=/usr/bin/chromium node --import tsx tests/saved-pages/pages.ts chromium DIR
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type BrowserName } from '../browser/harness/browser.ts';
import { forget } from '../browser/harness/profile.ts';
import { startWeb } from '../browser/harness/web.ts';
import { readSaved, type SavedPage } from './read.ts';
import { HEAD, row, summary } from './table.ts';

const [name, folder] = process.argv.slice(2) as [BrowserName, string];
const profile = mkdtempSync(join(tmpdir(), 'hearsay-pages-'));
const web = await startWeb();
const browser = await launch(name, { headless: true, proxy: web.address, profile });
try {
  const pages: SavedPage[] = [];
  console.log(HEAD);
  for await (const page of readSaved(browser, web, folder)) {
    pages.push(page);
    console.log(row(page));
  }
  console.log(`\n${summary(pages)}`);
} finally {
  await browser.close();
  web.close();
  forget(profile);
}
