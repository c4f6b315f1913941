/** What is shipped says nothing of the machine it was built on, so that every machine builds the same. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

for (const browser of ['chrome', 'firefox']) {
  const folder = `target/extension/${browser}`;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  test(`no file of the extension for ${browser} names a folder of this machine`, () => {
    assert(files.length > 20, `${files.length} files`);
    for (const file of files) {
      const content = readFileSync(join(file.parentPath, file.name), 'latin1');
      for (const place of [process.cwd(), homedir(), '.cargo/', 'node_modules/']) {
        assert(!content.includes(place), `${file.name} names ${place}`);
      }
    }
  });
}
