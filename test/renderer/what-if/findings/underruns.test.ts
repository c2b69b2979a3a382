import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurvePoint } from '../../../../model/sweep/types';
import {
  bytesAt,
  underrunMs,
  underrunsOf,
  shifted,
} from '../../../../renderer/what-if/findings/underruns';
import { minimumStart, staircase } from '../../../../renderer/what-if/worker/curves';

const at = (...points: [number, number][]): CurvePoint[] =>
  points.map(([tMs, bytes]) => ({ tMs, bytes }));

describe('bytes of a curve at a moment', () => {
  const stairs = staircase(at([0, 0], [10, 5], [20, 9]));
  it('is flat between chunks and steps when one has arrived', () => {
    expect(bytesAt(stairs, 9.9, 'after')).toBe(0);
    expect(bytesAt(stairs, 10, 'before')).toBe(0);
    expect(bytesAt(stairs, 10, 'after')).toBe(5);
    expect(bytesAt(stairs, 99, 'after')).toBe(9);
    expect(bytesAt(stairs, -1, 'after')).toBe(0);
  });
});

describe('gaps', () => {
  it('has none where arrival leads', () => {
    expect(underrunsOf(at([0, 0], [10, 100]), at([5, 0], [25, 100]))).toEqual([]);
  });

  it('finds where two slopes cross and meet again', () => {
    // Nothing arrives from 10 to 20, while need goes on at the same slope.
    const arrival = at([0, 0], [10, 100], [20, 100], [25, 200]);
    const need = at([5, 0], [25, 200]);
    const [gap, ...more] = underrunsOf(arrival, need);
    expect(more).toEqual([]);
    expect(gap?.fromMs).toBeCloseTo(15);
    expect(gap?.toMs).toBeCloseTo(25);
    expect(underrunMs([gap].flatMap((one) => one ?? []))).toBeCloseTo(10);
  });
});

/** Chunks that arrive at growing times. */
const arrivals = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 900 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((steps) => {
    const points = at([0, 0]);
    for (const [ms, bytes] of steps) {
      const last = points.at(-1) ?? { tMs: 0, bytes: 0 };
      points.push({ tMs: last.tMs + ms, bytes: last.bytes + bytes });
    }
    return points;
  });

/** What is needed of so many bytes, over whole ms; even or in whole steps. */
const needs = (total: number): fc.Arbitrary<CurvePoint[]> =>
  fc
    .record({
      shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
      stepMs: fc.integer({ min: 1, max: 4000 }),
      whole: fc.boolean(),
    })
    .map(({ shares, stepMs, whole }) => {
      const sum = shares.reduce((a, b) => a + b, 0);
      const points = at([0, 0]);
      let done = 0;
      shares.forEach((share, i) => {
        done += share;
        const bytes = Math.round((total * done) / sum);
        if (whole) points.push({ tMs: i * stepMs, bytes });
        points.push({ tMs: (i + 1) * stepMs, bytes });
      });
      return points;
    });

const cases = arrivals.chain((arrival) =>
  fc.record({ arrival: fc.constant(arrival), need: needs(arrival.at(-1)?.bytes ?? 0) }),
);

describe('the least start', () => {
  it('leaves no gap, and any earlier one leaves one', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 3000 }), ({ arrival, need }, earlierMs) => {
        const least = minimumStart(arrival, need);
        if (!least) throw new Error('all arrives');
        const stairs = staircase(arrival);
        // Times are below 2^18 ms: what rounding leaves of a touch is far below a microsecond.
        const late = underrunsOf(stairs, shifted(need, least.startMs));
        expect(underrunMs(late)).toBeLessThan(1e-3);
        if (least.startMs <= earlierMs) return;
        expect(
          underrunMs(underrunsOf(stairs, shifted(need, least.startMs - earlierMs))),
        ).toBeGreaterThan(0);
      }),
    );
  });

  it('is null when the end never arrives', () => {
    expect(minimumStart(at([0, 0], [10, 5]), at([0, 0], [10, 6]))).toBeNull();
    expect(minimumStart(at([0, 0], [Infinity, 6]), at([0, 0], [10, 6]))).toBeNull();
  });

  it('is 0 where all is there at once', () => {
    expect(minimumStart(at([0, 0], [0, 6]), at([0, 0], [10, 6]))?.startMs).toBe(0);
  });
});
