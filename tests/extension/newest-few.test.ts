/** The bound on the answers that are kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NewestFew } from '../../extension/src/background/newest-few.ts';

test('what was not asked for longest makes room', () => {
  const few = new NewestFew<string, number>(2);
  few.set('a', 1);
  few.set('b', 2);
  assert.equal(few.get('a'), 1);
  few.set('c', 3);
  assert.deepEqual([few.get('a'), few.get('b'), few.get('c')], [1, undefined, 3]);
});

test('an entry put in again takes no second place', () => {
  const few = new NewestFew<string, number>(2);
  few.set('a', 1);
  few.set('b', 2);
  few.set('b', 3);
  assert.deepEqual([few.get('a'), few.get('b')], [1, 3]);
});
