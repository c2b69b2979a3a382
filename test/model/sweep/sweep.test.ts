import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { laneFigures } from '../../../model/sweep/figures-recorder';
import { minimumPrefetch } from '../../../model/sweep/minimum-prefetch';
import { sweep, sweetSpot } from '../../../model/sweep/sweep';
import type { Scenario, SweepPoint, SweepRequest } from '../../../model/sweep/types';

const media: Scenario['media'] = {
  kind: 'bytes',
  deliveredBytes: 100_000_000,
  index: [0, 100].map((seconds) => ({ bytes: seconds * 1e6, seconds })),
};

function scenario(link: string, more: Partial<Scenario> = {}): Scenario {
  const settings = DEFAULT_SETTINGS;
  return { method: 'buffering', settings, link: parseLinkSpec(link), media, ...more };
}

const all = (request: SweepRequest): SweepPoint[] => [...sweep(request)];
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const sizes = (...megabytes: number[]): number[] => megabytes.map((each) => each * 1e6);

describe('a sweep', () => {
  test('is every run at every value, in order', () => {
    const request = scenario('unstable:1.3MB/s');
    const values = sizes(1, 4, 10);
    const points = all({ scenario: request, axis: 'prefetch', values, seeds: SEEDS });
    expect(points.map(({ value }) => value)).toEqual(values);
    for (const { value, ...point } of points) {
      const settings = { ...DEFAULT_SETTINGS, prefetchBytes: value };
      const runs = SEEDS.map((seed) =>
        laneFigures({ ...request, settings }, createLink(request.link, seed)),
      );
      const times = runs.map(({ stallTotalMs }) => stallTotalMs);
      expect(point.stallTotalMs.max).toBe(Math.max(...times));
      expect(point.stallTotalMs.min).toBe(Math.min(...times));
      expect(point.stallTotalMs.mean).toBeCloseTo(
        times.reduce((sum, ms) => sum + ms, 0) / SEEDS.length,
        6,
      );
      expect(point.startupDelayMs?.max).toBe(
        Math.max(...runs.map(({ startupDelayMs }) => startupDelayMs ?? 0)),
      );
      expect(point.smoothRuns).toBe(runs.filter(({ stallCount }) => stallCount === 0).length);
      expect(times[SEEDS.indexOf(point.hardestSeed)]).toBe(Math.max(...times));
      expect(point).toMatchObject({ runs: SEEDS.length, problem: null });
    }
  });

  test('finds the sweet spot that the exact answer names', () => {
    const request = scenario('unstable:1.3MB/s');
    const values = Array.from({ length: 20 }, (_, i) => i * 1e6);
    const points = all({ scenario: request, axis: 'prefetch', values, seeds: SEEDS });
    const exact = SEEDS.map(
      (seed) => minimumPrefetch(request, createLink(request.link, seed)).wholeBytes ?? Infinity,
    );
    expect(sweetSpot(points)).toBe(Math.max(...exact));
    expect(sweetSpot(points.filter(({ smoothRuns, runs }) => smoothRuns < runs))).toBeNull();
    expect(sweetSpot([])).toBeNull();
  });

  test('says which values cannot be run, and runs none of them', () => {
    const values = sizes(10, 19, 19.5);
    const [, fits, not] = all({
      scenario: scenario('constant:2MB/s'),
      axis: 'prefetch',
      values,
      seeds: [1],
    });
    expect(fits?.problem).toBeNull();
    expect(not).toMatchObject({ problem: 'prefetch-does-not-fit', runs: 0, startupDelayMs: null });
  });

  test('holds against a method only what it looks at', () => {
    const at = (method: Scenario['method']): SweepPoint[] =>
      all({
        scenario: scenario('constant:2MB/s', { method }),
        axis: 'ahead',
        values: sizes(3),
        seeds: [1],
      });
    expect(at('buffering')[0]?.problem).toBe('prefetch-does-not-fit');
    expect(at('streaming')[0]?.problem).toBeNull();
    expect(at('full-buffer')[0]?.problem).toBeNull();
  });

  test('of the chunk, of what is held ahead, of the rate and of the outage changes just these', () => {
    const seeds = [1];
    const streaming = scenario('constant:2MB/s', { method: 'streaming' });
    const starts = (axis: SweepRequest['axis'], request: Scenario, values: number[]) =>
      all({ scenario: request, axis, values, seeds }).map(({ startupDelayMs }) =>
        Math.round(startupDelayMs?.mean ?? NaN),
      );
    expect(starts('chunk', streaming, sizes(1, 4))).toEqual([500, 2000]);
    expect(starts('rate', streaming, sizes(1, 4))).toEqual([1000, 250]);
    const stalls = (axis: SweepRequest['axis'], link: string, values: number[]) =>
      all({ scenario: scenario(link, { method: 'streaming' }), axis, values, seeds }).map(
        ({ stallTotalMs }) => stallTotalMs.mean,
      );
    const [little = 0, much] = stalls('ahead', 'dropouts:3MB/s@12-17', sizes(2, 8));
    expect(little).toBeGreaterThan(1000);
    expect(much).toBe(0);
    const lengths = [0, 1000, 5000, 10_000];
    const swept = stalls('outage', 'dropouts:1.3MB/s@12-13,17-18', lengths);
    // Two outages that touch or overlap are one.
    const alone = ['12-13,17-18', '12-22', '12-27'].flatMap((outages) =>
      stalls('ahead', `dropouts:1.3MB/s@${outages}`, sizes(2)),
    );
    expect(swept).toEqual([0, ...alone]);
  });

  test('a curve is scaled to its rate, whatever its shape', () => {
    const values = sizes(0.25, 0.5, 12.5);
    const request = scenario('steps:0=3MB/s,4=1MB/s;repeat=8s', { method: 'full-buffer' });
    const points = all({ scenario: request, axis: 'rate', values, seeds: [1] });
    expect(points.map(({ startupDelayMs }) => startupDelayMs?.mean)).toEqual([400e3, 200e3, 8e3]);
  });

  test('a run that never starts is the hardest, and no smooth one', () => {
    const [point] = all({
      scenario: scenario('steps:0=1MB/s,5=0'),
      axis: 'prefetch',
      values: sizes(8),
      seeds: [7],
    });
    expect(point).toMatchObject({ startupDelayMs: null, smoothRuns: 0, runs: 1, hardestSeed: 7 });
  });
});
