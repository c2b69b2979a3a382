import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../renderer/charts/labels';

describe('placeLabels', () => {
  it('leaves labels alone that do not touch', () => {
    const placed = placeLabels(
      [
        { key: 'a', y: 20 },
        { key: 'b', y: 60 },
      ],
      15,
      0,
      100,
    );
    expect([...placed]).toEqual([
      ['a', 20],
      ['b', 60],
    ]);
  });

  it('moves two that overlap apart by the same distance', () => {
    const placed = placeLabels(
      [
        { key: 'a', y: 50 },
        { key: 'b', y: 52 },
      ],
      15,
      0,
      100,
    );
    expect(placed.get('a')).toBeCloseTo(43.5);
    expect(placed.get('b')).toBeCloseTo(58.5);
  });

  it('keeps order, gap and bounds whatever is asked', () => {
    const wishes = fc.array(fc.double({ min: -50, max: 250, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(wishes, (ys) => {
        const placed = placeLabels(
          ys.map((y, i) => ({ key: String(i), y })),
          15,
          0,
          200,
        );
        const got = [...placed.values()];
        expect(placed.size).toBe(ys.length);
        got.forEach((y, i) => {
          expect(y).toBeGreaterThanOrEqual(-1e-6);
          expect(y).toBeLessThanOrEqual(200 + 1e-6);
          if (i > 0) expect(y - (got[i - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-6);
        });
      }),
    );
  });
});
