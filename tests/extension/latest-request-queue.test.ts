/** One analysis at a time for a frame, and one that waits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LatestRequestQueue } from '../../extension/src/background/latest-request-queue.ts';

/** Work that ends when it is told to, and a list of what has begun. */
function workshop() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((done) => ends.set(name, () => done(name)));
  };
  const end = async (name: string) => {
    ends.get(name)!();
    await new Promise((later) => setTimeout(later));
  };
  return { begun, work, end };
}

test('of many questions about one frame the first and the last are worked on, the others are dropped', async () => {
  const turns = new LatestRequestQueue<string, string>();
  const { begun, work, end } = workshop();
  const answers = ['one', 'two', 'three', 'four'].map((name) => turns.take('frame', work(name)));
  assert.deepEqual(begun, ['one']);
  await end('one');
  assert.deepEqual(begun, ['one', 'four']);
  await end('four');
  assert.deepEqual(await Promise.all(answers), ['one', null, null, 'four']);
});

test('frames do not wait for each other', async () => {
  const turns = new LatestRequestQueue<string, string>();
  const { begun, work, end } = workshop();
  const answers = [turns.take('here', work('one')), turns.take('there', work('two'))];
  assert.deepEqual(begun, ['one', 'two']);
  await end('two');
  await end('one');
  assert.deepEqual(await Promise.all(answers), ['one', 'two']);
});

test('work that fails lets the next have its turn', async () => {
  const turns = new LatestRequestQueue<string, string>();
  const failing = turns.take('frame', () => Promise.reject(new Error('broken')));
  const next = turns.take('frame', async () => 'next');
  await assert.rejects(failing, /broken/);
  assert.equal(await next, 'next');
});
