import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisOver,
  axisUntil,
  markerStep,
  ticksIn,
  timeAxis,
  valueAxis,
} from '../../../renderer/charts/axes';

/** 1, 2 or 5 times a power of ten. */
const isRound = (step: number): boolean =>
  [1, 2, 5].includes(Number((step / 10 ** Math.floor(Math.log10(step))).toPrecision(6)));

describe('timeAxis', () => {
  it('grows 10, 15, 40, 50, 80, 100', () => {
    expect([3, 13, 36, 41, 61, 99.9, 101].map((s) => timeAxis(s).end)).toEqual([
      10, 15, 40, 50, 80, 100, 120,
    ]);
  });

  it('has round ticks that end at the end', () => {
    expect(timeAxis(40).ticks).toEqual([0, 10, 20, 30, 40]);
    expect(timeAxis(112).ticks).toEqual([0, 20, 40, 60, 80, 100, 120]);
  });

  it('marks lines every 10 s, and less often on a long axis', () => {
    expect([10, 40, 60, 100, 120, 600].map(markerStep)).toEqual([10, 10, 10, 20, 20, 100]);
  });
});

describe('valueAxis', () => {
  it('grows in round steps: 40, 50, 100, 150', () => {
    expect([1, 41, 81, 121, 162, 201].map((mb) => valueAxis(mb, 40).end)).toEqual([
      40, 50, 100, 150, 200, 250,
    ]);
    expect(valueAxis(162, 0).ticks).toEqual([0, 50, 100, 150, 200]);
  });

  it('fits small files without dust', () => {
    expect(valueAxis(0.09, 0).ticks).toEqual([0, 0.02, 0.04, 0.06, 0.08, 0.1]);
  });
});

describe('axisUntil', () => {
  const steps = fc.integer({ min: 2, max: 10 });
  const value = fc.double({ min: 1e-5, max: 1e6, noNaN: true });

  it('always holds the value, ends with a tick, and has at most so many round steps', () => {
    fc.assert(
      fc.property(value, steps, (most, count) => {
        const { from, end, ticks } = axisUntil(most, count);
        expect(from).toBe(0);
        expect(end).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        expect(end).toBeLessThanOrEqual(most * 2.501);
        expect(ticks.at(-1)).toBe(end);
        expect(ticks.length).toBeLessThanOrEqual(count + 1);
        expect(isRound(ticks[1] ?? 0)).toBe(true);
      }),
    );
  });

  it('takes the finest step that fits', () => {
    fc.assert(
      fc.property(value, steps, (most, count) => {
        const step = axisUntil(most, count).ticks[1] ?? 0;
        const finer = Number((step / 10 ** Math.floor(Math.log10(step))).toPrecision(6)) === 5;
        expect(most / (step / (finer ? 2.5 : 2))).toBeGreaterThan(count * (1 - 1e-9));
      }),
    );
  });

  it('is two steps high for a small curve of rates', () => {
    expect([1.3, 2, 3.1, 12, 50].map((rate) => axisUntil(rate, 2).end)).toEqual([2, 2, 4, 20, 50]);
  });

  it('is an axis for nothing at all, too', () => {
    expect(axisUntil(0, 5).end).toBeGreaterThan(0);
  });
});

describe('axisOver', () => {
  it('is exactly the stretch, with the round ticks in it', () => {
    expect(axisOver(1.5, 4.2, 6)).toEqual({ from: 1.5, end: 4.2, ticks: [1.5, 2, 2.5, 3, 3.5, 4] });
    expect(axisOver(0, 60, 8).ticks).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(axisOver(10, 130, 6).ticks).toEqual([20, 40, 60, 80, 100, 120]);
    expect(axisOver(0, 86_400, 8).ticks.length).toBeLessThanOrEqual(9);
  });
});

describe('ticksIn', () => {
  it('says the unit at the last tick', () => {
    const axis = timeAxis(20);
    expect(axis.ticks.map(ticksIn(axis, 's'))).toEqual(['0', '5', '10', '15', '20 s']);
  });
});
