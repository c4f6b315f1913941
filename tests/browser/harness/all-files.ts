/**
 * Runs files of tests in this process, one after the other, so that they share a browser: `all-files.ts FILE…`. Each file
 * is a suite of its name.
 */
import { describe } from 'node:test';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
// Here, where no file is about yet, so that the browser ends with the last of them.
import './shared-browser.ts';

for (const file of process.argv.slice(2)) {
  describe(file, async () => {
    await import(pathToFileURL(resolve(file)).href);
  });
}
