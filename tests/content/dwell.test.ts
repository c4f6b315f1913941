/** When a card opens and closes, by where the pointer rests. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dwell, type PointerPlace } from '../../extension/src/content/pointer/dwell.ts';

const ELSEWHERE: PointerPlace<string> = { over: 'elsewhere' };
const CARD: PointerPlace<string> = { over: 'card' };
const on = (claim: string): PointerPlace<string> => ({ over: 'claim', claim });

/** A pointer, a clock that a test moves, and the card that is open. */
function reader() {
  let now = 0;
  let timers: { id: number; at: number; action: () => void }[] = [];
  let open: string | null = null;
  const clock = {
    set: (action: () => void, milliseconds: number) =>
      timers.push({ id: timers.length + 1, at: now + milliseconds, action }),
    clear: (id: number) =>
      void (timers = timers.map((timer) => (timer.id === id ? { ...timer, at: Infinity } : timer))),
  };
  const dwell = new Dwell<string>(
    clock,
    () => open,
    (claim) => void (open = claim),
  );
  return {
    dwell,
    point: (place: PointerPlace<string>, approaching = false) => dwell.move(place, approaching),
    after(milliseconds: number): string | null {
      now += milliseconds;
      for (const timer of timers) {
        if (timer.at > now) continue;
        timer.at = Infinity;
        timer.action();
      }
      return open;
    },
  };
}

test('a card opens after 400 ms on a claim, however the pointer moves on it', () => {
  const { point, after } = reader();
  point(on('a'));
  assert.equal(after(200), null);
  point(on('a'));
  assert.equal(after(199), null);
  assert.equal(after(1), 'a');
});

test('crossing a claim opens nothing', () => {
  const { point, after } = reader();
  point(on('a'));
  after(300);
  point(ELSEWHERE);
  assert.equal(after(1000), null);
});

test('a card closes 300 ms after the pointer has left claim and card', () => {
  const { point, after } = reader();
  point(on('a'));
  after(400);
  point(ELSEWHERE);
  assert.equal(after(299), 'a');
  point(CARD);
  assert.equal(after(1000), 'a', 'kept while the pointer is on it');
  point(ELSEWHERE);
  point(ELSEWHERE);
  assert.equal(after(300), null);
});

test('with a card open, the next claim opens after 150 ms', () => {
  const { point, after } = reader();
  point(on('a'));
  after(400);
  point(on('b'));
  assert.equal(after(149), 'a');
  assert.equal(after(1), 'b');
});

test('on its way to the card the pointer may cross other claims', () => {
  const { point, after } = reader();
  point(on('a'));
  after(400);
  for (let step = 0; step < 10; step++) {
    point(on('b'), true);
    assert.equal(after(200), 'a');
  }
  point(CARD);
  assert.equal(after(1000), 'a');
});

test('a card that the pointer did not open waits until the pointer has been on it', () => {
  const { dwell, point, after } = reader();
  point(on('a'));
  after(400);
  dwell.hold();
  point(ELSEWHERE);
  assert.equal(after(1000), 'a');
  point(CARD);
  point(ELSEWHERE);
  assert.equal(after(300), null);
});

test('nothing is under way after a cancel', () => {
  const { dwell, point, after } = reader();
  point(on('a'));
  dwell.cancel();
  assert.equal(after(1000), null);
});
