import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SWEEP_AXES } from '../../../../model/sweep/types';
import {
  axisRange,
  drawnAxis,
  nearestValue,
  REACHES,
} from '../../../../renderer/what-if/state/axis-values';
import { valueAxis } from '../../../../renderer/charts/axes';
import { plotOf } from '../../../../renderer/charts/plot';
import { roomSource } from '../../../../renderer/what-if/state/room-source';
import { source } from '../source';

const MB = 1e6;
const SIZE = { width: 800, height: 300, scale: 1 };
const ROOM = { left: 0, right: 0, top: 0, bottom: 0 };
const madeUp = roomSource(null, 1 * MB);

describe('the values of an axis', () => {
  it('are the design’s for the sample: twenty prefetches of a megabyte each', () => {
    const { values, from, to } = axisRange('prefetch', madeUp, 1, 8 * MB);
    expect(values).toEqual(Array.from({ length: 20 }, (_, i) => (i + 1) * MB));
    expect([from, to]).toEqual([0, 20 * MB]);
    const { ticks } = drawnAxis(axisRange('prefetch', madeUp, 1, 8 * MB));
    expect(ticks.map((tick) => tick / MB)).toEqual([0, 5, 10, 15, 20]);
  });

  it('begin with no outage at all, and with about half the rate that is needed', () => {
    expect(axisRange('outage', madeUp, 1, 3000).values.slice(0, 3)).toEqual([0, 500, 1000]);
    const { values, from } = axisRange('rate', madeUp, 1, 1.3 * MB);
    expect(values[0]).toBe(500_000);
    expect(from).toBe(500_000);
    expect(values).toHaveLength(20);
  });

  it('reach further and less far', () => {
    const end = (reach: (typeof REACHES)[number]): number =>
      axisRange('prefetch', madeUp, reach, 8 * MB).to;
    expect(REACHES.map(end)).toEqual([10 * MB, 20 * MB, 40 * MB, 100 * MB]);
  });

  it('hold the value that is set, ascending, whatever it is, and never a size above the source', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SWEEP_AXES),
        fc.constantFrom(...REACHES),
        fc.integer({ min: 20_000, max: 20e9 }),
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 1, max: 16e6 }),
        (axis, reach, bytes, seconds, current) => {
          const { values, from, to } = axisRange(axis, source(bytes, seconds), reach, current);
          expect(values).toContain(current);
          expect([...values].sort((a, b) => a - b)).toEqual(values);
          expect(new Set(values).size).toBe(values.length);
          expect(from).toBeLessThanOrEqual(values[0] ?? NaN);
          expect(to).toBeGreaterThanOrEqual(values.at(-1) ?? NaN);
          expect(values.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
          if (axis === 'prefetch' || axis === 'ahead') {
            expect(values.every((value) => value <= Math.max(bytes, current))).toBe(true);
          }
        },
      ),
    );
  });

  it('lie where they are found again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SWEEP_AXES),
        fc.integer({ min: 1e6, max: 20e9 }),
        fc.integer({ min: 10, max: 40_000 }),
        (axis, bytes, seconds) => {
          const made = source(bytes, seconds);
          const { values } = axisRange(axis, made, 1, 500_000);
          const range = axisRange(axis, made, 1, values[0] ?? 0);
          const { x, xAt } = plotOf(SIZE, ROOM, drawnAxis(range), valueAxis(1, 1));
          range.values.forEach((value, i) => {
            expect(nearestValue(range, xAt(x(value)))).toBe(i);
          });
        },
      ),
    );
  });

  it('have few ticks, in the axis, ascending', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SWEEP_AXES),
        fc.integer({ min: 10e6, max: 20e9 }),
        fc.integer({ min: 10, max: 2000 }),
        (axis, bytes, seconds) => {
          const range = axisRange(axis, source(bytes, seconds), 1, 500_000);
          const { ticks } = drawnAxis(range);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThanOrEqual(12);
          expect(ticks.every((tick) => tick >= range.from && tick <= range.to)).toBe(true);
          expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
        },
      ),
    );
  });
});
