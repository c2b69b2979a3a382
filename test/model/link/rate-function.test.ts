import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateFunction, type RateSegment } from '../../../model/link/rate-function';

/** Segments of whole ms with rates of 0 now and then, and perhaps a period. */
const shapes = fc
  .tuple(
    fc.array(
      fc.record({
        lengthMs: fc.integer({ min: 1, max: 9000 }),
        rate: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000_000 })),
      }),
      { minLength: 1, maxLength: 20 },
    ),
    fc.boolean(),
  )
  .map(([parts, repeats]) => {
    const segments: RateSegment[] = [];
    let tMs = 0;
    for (const { lengthMs, rate } of parts) {
      segments.push({ fromMs: tMs, rate });
      tMs += lengthMs;
    }
    return { segments, periodMs: repeats ? tMs : Infinity };
  });

/** Rate at t by looking through the segments one by one. */
function plainRate({ segments, periodMs }: Shape, tMs: number): number {
  const inside = periodMs === Infinity ? tMs : tMs % periodMs;
  return segments.filter(({ fromMs }) => fromMs <= inside).at(-1)?.rate ?? 0;
}
interface Shape {
  segments: RateSegment[];
  periodMs: number;
}

const times = fc.integer({ min: 0, max: 300_000 });

describe('a rate function', () => {
  test('reads its segments', () => {
    fc.assert(
      fc.property(shapes, times, (shape, tMs) => {
        const rate = new RateFunction(shape.segments, shape.periodMs);
        expect(rate.rateAt(tMs)).toBeCloseTo(plainRate(shape, tMs), 6);
      }),
    );
  });

  test('has the integral of its rate: millisecond by millisecond it is the sum', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 20_000 }), (shape, tMs) => {
        const rate = new RateFunction(shape.segments, shape.periodMs);
        let sum = 0;
        for (let t = 0; t < tMs; t++) sum += plainRate(shape, t) / 1000;
        expect(rate.integral(tMs)).toBeCloseTo(sum, 3);
      }),
      { numRuns: 40 },
    );
  });

  test('its inverse is the earliest time at which the integral is reached', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 2_000_000_000 }), (shape, bytes) => {
        const rate = new RateFunction(shape.segments, shape.periodMs);
        const tMs = rate.inverse(bytes);
        if (tMs === Infinity) {
          expect(rate.integral(1e9)).toBeLessThan(bytes);
          return;
        }
        const near = Math.max(1, bytes) * 1e-9;
        expect(Math.abs(rate.integral(tMs) - bytes)).toBeLessThan(near);
        // Earlier by a little, less has been carried: the inverse never lies behind a silence.
        const slope = (rate.integral(tMs) - rate.integral(Math.max(0, tMs - 0.5))) / 0.5;
        expect(slope).toBeGreaterThan(0);
      }),
    );
  });

  test('names the moments at which its rate changes, and no other', () => {
    fc.assert(
      fc.property(shapes, times, (shape, tMs) => {
        const rate = new RateFunction(shape.segments, shape.periodMs);
        const change = rate.changeAfter(tMs);
        expect(change).toBeGreaterThan(tMs);
        const last = Math.min(change - 1, tMs + 20_000);
        for (let t = tMs; t <= last; t += 7) {
          expect(plainRate(shape, t)).toBe(plainRate(shape, tMs));
        }
      }),
    );
  });

  test('holds its last rate for ever, or begins again', () => {
    const segments = [
      { fromMs: 0, rate: 1000 },
      { fromMs: 1000, rate: 0 },
    ];
    const held = new RateFunction(segments);
    expect(held.integral(1e9)).toBe(1000);
    expect(held.inverse(1000)).toBe(1000);
    expect(held.inverse(1000.5)).toBe(Infinity);
    expect(held.changeAfter(1000)).toBe(Infinity);
    const repeated = new RateFunction(segments, 3000);
    expect(repeated.integral(9000)).toBe(3000);
    expect(repeated.inverse(3000)).toBe(7000);
    expect(repeated.inverse(3001)).toBe(9001);
    expect(repeated.changeAfter(8500)).toBe(9000);
    expect(repeated.rateAt(9000)).toBe(1000);
  });

  test('that carries nothing at all reaches nothing', () => {
    expect(new RateFunction([{ fromMs: 0, rate: 0 }], 1000).inverse(1)).toBe(Infinity);
    expect(new RateFunction([{ fromMs: 0, rate: 0 }]).inverse(1)).toBe(Infinity);
    expect(new RateFunction([{ fromMs: 0, rate: 0 }]).inverse(0)).toBe(0);
  });
});
