import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOffset } from '../../../renderer/live/clock-sync';

describe("the reader's clock", () => {
  it('is learned to within half of the quickest round trip', () => {
    const delay = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.array(fc.tuple(delay, delay), { minLength: 1, maxLength: 8 }),
        (offset, delays) => {
          const trips = delays.map(([there, back], i) => ({
            sentMs: i * 200,
            readerMs: i * 200 + there + offset,
            answeredMs: i * 200 + there + back,
          }));
          const quickest = Math.min(...delays.map(([there, back]) => there + back));
          expect(Math.abs(clockOffset(trips) - offset)).toBeLessThanOrEqual(quickest / 2 + 1e-6);
        },
      ),
    );
  });

  it('is taken to be the same without a round trip', () => {
    expect(clockOffset([])).toBe(0);
  });
});
