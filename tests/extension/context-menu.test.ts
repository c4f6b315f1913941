/** What the context menu offers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillMenu } from '../../extension/src/background/context-menu.ts';

test('one entry for selected words and one for the page, on web pages only, however often it is filled', async () => {
  const entries = new Map<string, unknown>();
  const contextMenus = {
    removeAll: async () => entries.clear(),
    create({ id, ...entry }: { id: string }) {
      assert.ok(!entries.has(id), `${id} is there already`);
      entries.set(id, entry);
    },
  };
  Object.assign(globalThis, { chrome: { contextMenus, i18n: { getMessage: (key: string) => key } } });
  await fillMenu();
  await fillMenu();
  const documentUrlPatterns = ['http://*/*', 'https://*/*'];
  assert.deepEqual(
    [...entries],
    [
      ['source-of-selection', { title: 'menu_source', contexts: ['selection'], documentUrlPatterns }],
      ['copy-sources', { title: 'menu_copy_sources', contexts: ['page'], documentUrlPatterns }],
    ],
  );
});
