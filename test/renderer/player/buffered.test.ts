import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bridged,
  closestIn,
  HOLE_S,
  nextStart,
  playableAhead,
  spansOf,
  type Span,
} from '../../../renderer/player/buffered';

const ranges = (spans: Span[]): TimeRanges => ({
  length: spans.length,
  start: (i) => spans[i]?.start ?? NaN,
  end: (i) => spans[i]?.end ?? NaN,
});

/** Ascending spans with gaps between them, from lengths and gaps in milliseconds. */
const spanLists = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 5000 })), {
    maxLength: 6,
  })
  .map((pairs) => {
    let at = 0;
    return pairs.map(([gap, length]) => {
      const start = at + gap / 1000;
      at = start + length / 1000;
      return { start, end: at };
    });
  });

describe('buffered spans', () => {
  it('reads TimeRanges', () => {
    const spans = [
      { start: 0, end: 1 },
      { start: 2, end: 3.5 },
    ];
    expect(spansOf(ranges(spans))).toEqual(spans);
  });

  it('closes small holes only', () => {
    const spans = [
      { start: 0, end: 1 },
      { start: 1.05, end: 2 },
      { start: 2.5, end: 3 },
    ];
    expect(bridged(spans)).toEqual([
      { start: 0, end: 2 },
      { start: 2.5, end: 3 },
    ]);
    expect(spans[0]).toEqual({ start: 0, end: 1 });
  });

  it('counts what can be played from a position on', () => {
    const spans = [
      { start: 0.04, end: 1 },
      { start: 1.05, end: 2 },
      { start: 5, end: 9 },
    ];
    expect(playableAhead(spans, 0)).toBeCloseTo(1.96);
    expect(playableAhead(spans, 1.5)).toBeCloseTo(0.5);
    expect(playableAhead(spans, 2)).toBe(0);
    expect(playableAhead(spans, 3)).toBe(0);
    expect(playableAhead(spans, 6)).toBeCloseTo(3);
    expect(playableAhead([], 0)).toBe(0);
  });

  it('never promises more than is buffered behind the position', () => {
    fc.assert(
      fc.property(spanLists, fc.double({ min: 0, max: 30, noNaN: true }), (spans, position) => {
        const total = spans.reduce(
          (sum, { start, end }) => sum + Math.max(0, end - Math.max(start, position)) + HOLE_S,
          0,
        );
        const ahead = playableAhead(spans, position);
        expect(ahead).toBeGreaterThanOrEqual(0);
        expect(ahead).toBeLessThanOrEqual(total + 1e-9);
      }),
    );
  });

  it('finds what follows a hole', () => {
    const spans = [
      { start: 0, end: 1 },
      { start: 4, end: 5 },
    ];
    expect(nextStart(spans, 1)).toBe(4);
    expect(nextStart(spans, 4.5)).toBeNull();
  });

  it('finds the buffered moment closest to one that is not', () => {
    const spans = [
      { start: 2, end: 4 },
      { start: 6, end: 8 },
    ];
    expect(closestIn(spans, 3, 0.05)).toBe(3);
    expect(closestIn(spans, 0, 0.05)).toBe(2);
    expect(closestIn(spans, 4.5, 0.05)).toBeCloseTo(3.95);
    expect(closestIn(spans, 100, 0.05)).toBeCloseTo(7.95);
    expect(closestIn([], 1, 0.05)).toBeNull();
  });
});
