import { describe, expect, it } from 'vitest';
import { stepPath, timeWindow } from '../../../../renderer/server/charts/time-window';
describe('the span of time that is shown', () => {
  it('grows from the start, then moves on', () => {
    expect(timeWindow(0)).toMatchObject({ fromS: 0, endS: 10 });
    expect(timeWindow(47_600)).toMatchObject({ fromS: 0, endS: 60 });
    expect(timeWindow(120_000)).toMatchObject({ fromS: 0, endS: 120 });
    expect(timeWindow(121_000)).toEqual({
      ...{ fromS: 10, endS: 130, ticks: [10, 30, 50, 70, 90, 110, 130] },
    });
  });

  it('always holds the present', () => {
    for (let nowMs = 0; nowMs < 4_000_000; nowMs += 777) {
      const { fromS, endS } = timeWindow(nowMs);
      expect(nowMs / 1000).toBeGreaterThanOrEqual(fromS);
      expect(nowMs / 1000).toBeLessThanOrEqual(endS);
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
    const path = stepPath(
      steps,
      35,
      (tMs) => tMs,
      (count) => 100 - count,
    );
    expect(path).toBe(
      'M0.0 100.0V99.0H10.0V100.0ZM10.0 100.0V97.0H20.0V100.0ZM30.0 100.0V98.0H35.0V100.0Z',
    );
  });
});
