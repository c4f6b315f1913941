/** Where the card stands: its words and their attribution stay readable, and it is never cut off. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, place as placed, type Box, type Size } from '../../extension/src/content/card/position/placement.ts';

const WINDOW = { width: 1000, height: 800 };
const CARD = { width: 328, height: 250 };
const box = (left: number, top: number, width: number, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const block = box(100, 90, 600, 120);
/** Where a card of a claim stands that has its sentence for itself, with nothing behind it. */
const place = (claim: Box[], attribution: Box[], block: Box, card: Size, window: Size) =>
  placed(claim, { attribution, sentences: [], next: [] }, block, card, window);

test('below the line, at its left edge', () => {
  assert.deepEqual(place([box(300, 100, 200)], [], block, CARD, WINDOW), {
    left: 300,
    top: 128,
    maxHeight: 664,
    isAbove: false,
  });
});

test('at the left edge of the block, when the words wrap', () => {
  const at = place([box(300, 100, 400), box(100, 130, 200)], [], block, CARD, WINDOW);
  assert.deepEqual([at.left, at.top], [100, 158]);
});

test('below the attribution, when that ends within two lines', () => {
  assert.equal(place([box(100, 100, 200)], [box(100, 130, 300)], block, CARD, WINDOW).top, 158);
  assert.equal(
    place([box(100, 100, 200)], [box(100, 260, 300)], block, CARD, WINDOW).top,
    128,
    'not when it is far away',
  );
});

test('above, when there is no room below; then the attribution above stays readable', () => {
  const { top, isAbove } = place([box(100, 700, 200)], [box(100, 670, 300)], block, CARD, WINDOW);
  assert.deepEqual([top, isAbove], [670 - 8 - 250, true]);
});

test('off the sentence and the next one, below or above, whichever is nearer', () => {
  const claim = [box(100, 300, 200)];
  const sentences = [box(100, 270, 600), box(100, 300, 600)];
  const next = [box(100, 330, 600)];
  const at = (next: Box[], window = WINDOW) =>
    placed(claim, { attribution: [], sentences, next }, box(100, 250, 600, 300), CARD, window);
  assert.equal(at(next).top, 358, 'below the next');
  assert.equal(
    at([...next, box(100, 360, 600), box(100, 390, 600), box(100, 420, 600)]).top,
    270 - 8 - 250,
    'above the sentence',
  );
  assert.equal(at([box(100, 600, 600)]).top, 328, 'what stands far down is not the next thing that is read');
  assert.equal(at(next, { width: 800, height: 500 }).top, 270 - 8 - 250, 'above, where there is no room below');
  const higher = (boxes: Box[]) =>
    boxes.map(({ left, top, right, bottom }) => ({ left, top: top - 100, right, bottom: bottom - 100 }));
  const low = (width: number) =>
    placed(
      higher(claim),
      { attribution: [], sentences: higher(sentences), next: higher(next) },
      box(100, 150, 600, 300),
      CARD,
      { width, height: 490 },
    );
  assert.deepEqual(
    low(1100),
    { left: 708, top: 200, maxHeight: 282, isAbove: false },
    'beside, and no lower than the window',
  );
  assert.equal(low(800).top, 228, 'over the next only where there is no other room');
});

test('where there is room for more to be unfolded, if either side has it', () => {
  const small = { width: 328, height: 120 };
  const at = (top: number) => place([box(100, top, 200)], [], block, small, WINDOW).isAbove;
  assert.deepEqual([at(500), at(640)], [false, true]);
  assert.equal(
    place([box(100, 190, 200)], [], block, small, { width: 1000, height: 390 }).isAbove,
    false,
    'no side has it',
  );
});

test('on the side with more room and no higher than that room, when it fits nowhere', () => {
  const low = { width: 1000, height: 400 };
  const at = place([box(100, 150, 200)], [], block, CARD, low);
  assert.deepEqual([at.top, at.maxHeight], [178, 400 - 178 - 8]);
});

test('always in the window', () => {
  const edges = [0, 1, 5, 60, 200, 399, 700, 795, 990];
  for (const width of [320, 375, 1000]) {
    for (const height of [150, 200, 568, 800]) {
      for (const left of edges) {
        for (const top of edges) {
          const card = { width: Math.min(328, width - 16), height: 450 };
          const at = place([box(left, top, 100)], [], block, card, { width, height });
          const shown = Math.min(card.height, at.maxHeight);
          assert.ok(at.left >= 8 && at.left + card.width <= width - 8, `${left} in ${width}`);
          assert.ok(at.top >= 8 && at.top + shown <= height - 8, `${top} in ${height}: ${JSON.stringify(at)}`);
        }
      }
    }
  }
});

test('boxes of one line are one line', () => {
  const boxes = [box(100, 100, 50), box(150, 98, 30, 24), box(180, 100, 0), box(100, 130, 80)];
  assert.deepEqual(linesOf(boxes), [{ left: 100, top: 98, right: 180, bottom: 122 }, box(100, 130, 80)]);
});
