import { describe, expect, it } from 'vitest';
import { countArea, timeWindow } from '../../../../renderer/server/charts/time-window';
describe('the span of time that is shown', () => {
  it('grows from the start, then moves on', () => {
    expect(timeWindow(0)).toMatchObject({ from: 0, end: 10 });
    expect(timeWindow(47_600)).toMatchObject({ from: 0, end: 50 });
    expect(timeWindow(120_000)).toMatchObject({ from: 0, end: 120 });
    expect(timeWindow(121_000)).toEqual({
      ...{ from: 10, end: 130, ticks: [20, 40, 60, 80, 100, 120] },
    });
  });

  it('always holds the present', () => {
    for (let nowMs = 0; nowMs < 4_000_000; nowMs += 777) {
      const { from, end } = timeWindow(nowMs);
      expect(nowMs / 1000).toBeGreaterThanOrEqual(from);
      expect(nowMs / 1000).toBeLessThanOrEqual(end);
    }
  });
});

describe('an area of steps', () => {
  it('goes from one count to the next and ends now', () => {
    const steps = [
      { tMs: 0, count: 1 },
      { tMs: 10, count: 3 },
      { tMs: 20, count: 0 },
      { tMs: 30, count: 2 },
    ];
    const plot = { xInside: (s: number) => s * 1000, y: (count: number) => 100 - count };
    expect(countArea(plot, steps, 35)).toBe(
      'M0,99L10,99L10,97L20,97L20,100L30,100L30,98L35,98L35,98L35,100L35,100L30,100L30,100L20,100L20,100L10,100L10,100L0,100Z',
    );
    expect(countArea(plot, [], 35)).toBe('');
  });
});
