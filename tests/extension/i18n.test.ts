/** The words of the interface: every language complete, every key in use. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

type Message = { message: string; placeholders?: Record<string, { content: string }> };

const extension = fileURLToPath(new URL('../../extension/', import.meta.url));
const languages = readdirSync(join(extension, '_locales'));
const messages = (language: string): Record<string, Message> =>
  JSON.parse(readFileSync(join(extension, '_locales', language, 'messages.json'), 'utf8'));

const source = readdirSync(join(extension, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|html)$/.test(file))
  .map((file) => readFileSync(join(extension, 'src', file), 'utf8'))
  .concat(readFileSync(join(extension, 'manifest.json'), 'utf8'))
  .join('\n');

for (const language of languages) {
  test(`${language} says its language`, () => assert.equal(messages(language)['language']?.message, language));

  test(`${language} has the keys that English has, and no other`, () => {
    assert.deepEqual(Object.keys(messages(language)).sort(), Object.keys(messages('en')).sort());
  });

  test(`${language} has the gaps that English has`, () => {
    const gaps = (all: Record<string, Message>) =>
      Object.fromEntries(
        Object.entries(all).map(([key, { placeholders = {} }]) => [
          key,
          Object.values(placeholders)
            .map(({ content }) => content)
            .sort(),
        ]),
      );
    assert.deepEqual(gaps(messages(language)), gaps(messages('en')));
  });

  test(`${language} fills each gap it speaks of`, () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages(language))) {
      const spoken = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name!.toLowerCase());
      assert.deepEqual([...new Set(spoken)].sort(), Object.keys(placeholders).sort(), key);
    }
  });
}

test('no word is kept that nothing says', () => {
  // A key stands in the source whole, as the stem of a count, or as the start of a key put together: `type_${…}`.
  const written = [...source.matchAll(/['"`](?:__MSG_)?([a-z]\w*?)(__["']|\$\{|['"`])/g)];
  const whole = new Set(written.map(([, word]) => word!));
  const starts = written.filter(([, , end]) => end === '${').map(([, word]) => word!);
  const isSaid = (key: string) =>
    whole.has(key) ||
    whole.has(key.replace(/_(one|other)$/, '')) ||
    starts.some((start) => start.endsWith('_') && key.startsWith(start));
  assert.deepEqual(
    Object.keys(messages('en')).filter((key) => !isSaid(key)),
    [],
  );
});
