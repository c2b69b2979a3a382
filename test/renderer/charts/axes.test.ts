import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markerStep, timeAxis, valueAxis } from '../../../renderer/charts/axes';

describe('timeAxis', () => {
  it('grows 10, 20, 40, 60, 80, 100', () => {
    expect([3, 12, 36, 41, 61, 99.9, 101].map((s) => timeAxis(s).end)).toEqual([
      10, 20, 40, 60, 80, 100, 120,
    ]);
  });

  it('has round ticks that end at the end', () => {
    expect(timeAxis(40).ticks).toEqual([0, 10, 20, 30, 40]);
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 20_000, noNaN: true }), (until) => {
        const { end, ticks } = timeAxis(until);
        expect(end).toBeGreaterThanOrEqual(until);
        expect(ticks.at(-1)).toBeCloseTo(end);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('marks lines every 10 s, and less often on a long axis', () => {
    expect([10, 40, 60, 100, 120, 600].map(markerStep)).toEqual([10, 10, 10, 20, 20, 100]);
  });
});

describe('valueAxis', () => {
  it('grows in steps of four: 40, 80, 120', () => {
    expect([1, 41, 81, 121, 162, 201].map((mb) => valueAxis(mb, 40).end)).toEqual([
      40, 80, 120, 160, 200, 240,
    ]);
    expect(valueAxis(162, 0).ticks).toEqual([0, 50, 100, 150, 200]);
  });

  it('fits small files without dust', () => {
    expect(valueAxis(0.09, 0).ticks).toEqual([0, 0.03, 0.06, 0.09, 0.12]);
  });

  it('always holds the value, and is never more than twice too high', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e6, noNaN: true }), (most) => {
        const { end } = valueAxis(most, 0);
        expect(end).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        expect(end).toBeLessThanOrEqual(most * 2.001);
      }),
    );
  });
});
