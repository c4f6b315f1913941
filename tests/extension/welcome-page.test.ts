/** When the welcome page opens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { welcome } from '../../extension/src/background/welcome-page.ts';

const table = [
  ['install', ['welcome.html']],
  ['update', []],
  ['chrome_update', []],
  ['shared_module_update', []],
] as const;

for (const [reason, wanted] of table) {
  test(`${reason}: ${wanted.length === 0 ? 'no page' : 'the welcome page'} opens`, () => {
    const opened: string[] = [];
    const chrome = {
      runtime: { getURL: (file: string) => file },
      tabs: { create: ({ url }: { url: string }) => opened.push(url) },
    };
    Object.assign(globalThis, { chrome });
    welcome(reason);
    assert.deepEqual(opened, wanted);
  });
}
