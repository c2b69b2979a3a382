import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isWhole,
  movedTo,
  placeAt,
  pointsOf,
  wholeLength,
  type PenLine,
} from '../../../model/lesson/pen';

const EMPTY: PenLine = { fromMs: 8000, toMs: 40_000, topBytes: 20e6, values: [] };
const last = wholeLength(EMPTY) - 1;
const move = fc.record({
  from: fc.option(fc.integer({ min: 0, max: last })),
  to: fc.integer({ min: 0, max: last }),
  bytes: fc.integer({ min: -5e6, max: 30e6 }),
});

test('wherever the pen goes, a line has no gaps and stays inside the axes', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 30 }), (moves) => {
      let line = EMPTY;
      for (const { from, to, bytes } of moves) {
        const before = line.values.length;
        line = movedTo(line, from, to, bytes);
        expect(line.values.length).toBe(Math.max(before, to + 1));
        expect(line.values[to]).toBe(Math.min(20e6, Math.max(0, bytes)));
        for (const value of line.values) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(20e6);
        }
      }
      const points = pointsOf(line);
      expect(points[0]?.tMs).toBe(8000);
      expect(points.map(({ tMs }) => placeAt(line, tMs))).toEqual(line.values.map((_, i) => i));
    }),
  );
});

test('a line is whole once it reaches its end, and drawn at once it is straight', () => {
  const line = movedTo(movedTo(EMPTY, null, 0, 10e6), null, last, 2e6);
  expect(isWhole(line)).toBe(true);
  expect(line.values[last / 2]).toBeCloseTo(6e6, 3);
  expect(isWhole(movedTo(EMPTY, null, last - 1, 0))).toBe(false);
});
