import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveOfSegments, type RateSegment } from '../../../model/link/rate-curve';
import { RateFunction } from '../../../model/link/rate-function';

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

const functionOf = ({ segments, periodMs }: Shape): RateFunction =>
  new RateFunction(curveOfSegments(segments, periodMs));

/**
 * What rounding may take from a number of bytes that is reached at a time: each of the few steps of the
 * inverse and of the integral rounds the time or the bytes by half an epsilon of its size, and an error
 * of the time counts at the highest rate there is.
 */
function rounding({ segments }: Shape, tMs: number, bytes: number): number {
  const fastest = Math.max(...segments.map(({ rate }) => rate)) / 1000;
  return 8 * Number.EPSILON * (fastest * tMs + bytes);
}

const times = fc.integer({ min: 0, max: 300_000 });

describe('a rate function', () => {
  test('reads its segments', () => {
    fc.assert(
      fc.property(shapes, times, (shape, tMs) => {
        const rate = functionOf(shape);
        expect(rate.rateAt(tMs)).toBeCloseTo(plainRate(shape, tMs), 6);
      }),
    );
  });

  test('has the integral of its rate: millisecond by millisecond it is the sum', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 20_000 }), (shape, tMs) => {
        const rate = functionOf(shape);
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
        const rate = functionOf(shape);
        const tMs = rate.inverse(bytes);
        if (tMs === Infinity) {
          expect(rate.integral(1e9)).toBeLessThan(bytes);
          return;
        }
        const error = Math.abs(rate.integral(tMs) - bytes);
        expect(error).toBeLessThanOrEqual(rounding(shape, tMs, bytes));
        // Earlier by a little, less has been carried: the inverse never lies behind a silence.
        const earlier = rate.integral(Math.max(0, tMs - 0.5));
        expect(rate.integral(tMs)).toBeGreaterThan(earlier);
      }),
      {
        examples: [
          [
            {
              segments: [
                { fromMs: 0, rate: 0 },
                { fromMs: 4096, rate: 3_632_359 },
                { fromMs: 4097, rate: 0 },
              ],
              periodMs: Infinity,
            },
            1,
          ],
        ],
      },
    );
  });

  test('reaches whole bytes before a silence, not behind it, whatever the rates', () => {
    // In bytes per millisecond these rates are no binary fractions; their sums would fall short of 1.
    const segments = [100, 200, 700, 0, 1000].map((rate, i) => ({ fromMs: i, rate }));
    expect(functionOf({ segments, periodMs: Infinity }).inverse(1)).toBe(3);
  });

  test('names the moments at which its rate changes, and no other', () => {
    fc.assert(
      fc.property(shapes, times, (shape, tMs) => {
        const rate = functionOf(shape);
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
    const held = functionOf({ segments, periodMs: Infinity });
    expect(held.integral(1e9)).toBe(1000);
    expect(held.inverse(1000)).toBe(1000);
    expect(held.inverse(1000.5)).toBe(Infinity);
    expect(held.changeAfter(1000)).toBe(Infinity);
    const repeated = functionOf({ segments, periodMs: 3000 });
    expect(repeated.integral(9000)).toBe(3000);
    expect(repeated.inverse(3000)).toBe(7000);
    expect(repeated.inverse(3001)).toBe(9001);
    expect(repeated.changeAfter(8500)).toBe(9000);
    expect(repeated.rateAt(9000)).toBe(1000);
  });

  test('that carries nothing at all reaches nothing', () => {
    const segments = [{ fromMs: 0, rate: 0 }];
    expect(functionOf({ segments, periodMs: 1000 }).inverse(1)).toBe(Infinity);
    expect(functionOf({ segments, periodMs: Infinity }).inverse(1)).toBe(Infinity);
    expect(functionOf({ segments, periodMs: Infinity }).inverse(0)).toBe(0);
  });
});
