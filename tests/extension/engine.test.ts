/** The background's engine: what it does when an article brings it down. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import start, { type Document } from 'hearsay';
import { analyze } from '../../extension/src/background/engine.ts';
import { answer } from '../../extension/src/background/report-cache.ts';

const module = readFileSync(new URL('../../target/wasm/hearsay_bg.wasm', import.meta.url));
const address = `data:application/wasm;base64,${module.toString('base64')}`;
Object.assign(globalThis, { chrome: { runtime: { getURL: () => address } } });

const ARTICLE: Document = { blocks: [{ text: 'Mayor Anna Fox said the bridge will open on Monday.' }] };

/** The memory of the instance that is in use now. */
const memory = async () => (await start({ module_or_path: address })).memory;

/** An article that stops the engine half-way through reading it. */
const deadly = (error: Error) => ({
  get blocks(): never {
    throw error;
  },
});

for (const error of [new WebAssembly.RuntimeError('unreachable'), new RangeError('Maximum call stack size exceeded')]) {
  test(`after "${error.message}" the next article finds a fresh instance`, async () => {
    await analyze(ARTICLE);
    const before = await memory();
    await assert.rejects(analyze(deadly(error) as unknown as Document));
    assert.equal((await analyze(ARTICLE)).claims.length, 1);
    assert.notEqual(await memory(), before);
  });
}

test('what is no document is refused, with the reason, and the instance stays', async () => {
  await analyze(ARTICLE);
  const before = await memory();
  const refused = await answer({ blocks: [{ text: 3 }] } as unknown as Document);
  assert.equal(refused.type, 'failed');
  assert.match((refused as { reason: string }).reason, /text|string/);
  assert.equal(await memory(), before);
});

test('the same article gets the same answer without being read again', async () => {
  assert.equal(await answer(structuredClone(ARTICLE)), await answer(structuredClone(ARTICLE)));
});
