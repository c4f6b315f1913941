/** The changelog as the What’s new page reads it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readChangelog } from '../../extension/src/pages/whats-new/changelog.ts';

test('versions, lists, lines that wrap, code, emphasis and links', () => {
  const text =
    '# Changelog\n\nIntroduction.\n\n## Unreleased\n\n### Added\n\n* One thing that\n  wraps.\n* Type `hearsay`, see [the site](https://lantern.example/a).\n\n### Fixed\n\n* It, *at last*.\n\n## [0.1.0] - 2031-03-14\n\n### Added\n\n* All.\n';
  assert.deepEqual(readChangelog(text), [
    {
      name: 'Unreleased',
      lists: [
        {
          title: 'Added',
          items: [
            [{ words: 'One thing that wraps.' }],
            [
              { words: 'Type ' },
              { words: 'hearsay', isCode: true },
              { words: ', see ' },
              { words: 'the site', href: 'https://lantern.example/a' },
              { words: '.' },
            ],
          ],
        },
        { title: 'Fixed', items: [[{ words: 'It, ' }, { words: 'at last', isEmphasis: true }, { words: '.' }]] },
      ],
    },
    { name: '0.1.0 - 2031-03-14', lists: [{ title: 'Added', items: [[{ words: 'All.' }]] }] },
  ]);
});

test('the project’s own changelog has something under each heading', () => {
  const versions = readChangelog(readFileSync('CHANGELOG.md', 'utf8'));
  assert.ok(versions.length > 0);
  for (const { name, lists } of versions)
    assert.ok(lists.length > 0 && lists.every(({ items }) => items.length > 0), name);
});
