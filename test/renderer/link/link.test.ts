import { SAMPLE_FIT } from '../../../model/run/fit';
import { describe, expect, it } from 'vitest';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec, formatLinkSpec } from '../../../model/link/spec/spec';
import {
  clampRate,
  nearestRateStep,
  presetOf,
  PRESETS,
  RATE_STEPS,
  withPreset,
} from '../../../renderer/link/link-choice';
import { rateSteps } from '../../../renderer/link/link-curve';
import { rateBand, rateLine, stepPath } from '../../../renderer/link/rate-paths';

const link = createLink(parseLinkSpec('dropouts:1.3MB/s@12-17,30-37'), 1);

describe('rateSteps', () => {
  it('are the steps of the link, up to now', () => {
    expect(rateSteps(link, [], 0)).toEqual([]);
    expect(rateSteps(link, [], 20_000)).toEqual([
      { t: 0, rate: 1.3 },
      { t: 12, rate: 0 },
      { t: 17, rate: 1.3 },
      { t: 20, rate: 1.3 },
    ]);
  });

  it('fall to nothing where the hand cut', () => {
    const cut = [{ fromMs: 3000, toMs: 5000, byHand: true }];
    expect(rateSteps(link, cut, 8000)).toEqual([
      { t: 0, rate: 1.3 },
      { t: 3, rate: 0 },
      { t: 5, rate: 1.3 },
      { t: 8, rate: 1.3 },
    ]);
  });

  it('follow an unstable link exactly', () => {
    const unstable = createLink(parseLinkSpec('unstable:2MB/s'), 7);
    const steps = rateSteps(unstable, [], 60_000);
    let bytes = 0;
    steps.slice(1).forEach(({ t }, i) => {
      const before = steps[i];
      if (before) bytes += before.rate * 1e6 * (t - before.t);
    });
    expect(bytes / unstable.capacity(0, 60_000)).toBeCloseTo(1, 9);
  });

  it('are drawn as steps', () => {
    const px = (value: number) => value * 10;
    expect(stepPath([], px, px)).toBe('');
    expect(stepPath(rateSteps(link, [], 13_000), px, px)).toBe('M0,13L120,13L120,0L130,0L130,0');
  });

  it('are drawn from columns as their means and the band around them', () => {
    const px = (value: number) => value;
    const columns = [
      { fromMs: 0, toMs: 10, min: 1, max: 5, mean: 3 },
      { fromMs: 10, toMs: 20, min: 2, max: 6, mean: 4 },
    ];
    expect(rateLine(columns, px, px)).toBe('M0,3L10,3L10,4L20,4L20,4');
    expect(rateBand(columns, px, px)).toBe('M0,5L10,5L10,6L20,6L20,6L20,2L20,2L10,2L10,1L0,1Z');
    expect([rateLine([], px, px), rateBand([], px, px)]).toEqual(['', '']);
  });
});

describe('link choice', () => {
  it('changes the preset and keeps rate, latency and jitter', () => {
    const spec = parseLinkSpec('constant:4MB/s;latency=80ms;jitter=20ms');
    expect(formatLinkSpec(withPreset(spec, 'unstable', SAMPLE_FIT))).toBe(
      'unstable:4MB/s;latency=80ms;jitter=20ms',
    );
    const unlimited = withPreset(spec, 'unlimited', SAMPLE_FIT);
    expect(formatLinkSpec(unlimited)).toBe('unlimited;latency=80ms;jitter=20ms');
    expect(formatLinkSpec(withPreset(unlimited, 'steady', { ...SAMPLE_FIT, rate: 4e6 }))).toBe(
      formatLinkSpec(spec),
    );
  });

  it('keeps outages of its own when the same preset is chosen again', () => {
    const spec = parseLinkSpec('dropouts:1MB/s@3-4');
    expect(withPreset(spec, 'dropouts', SAMPLE_FIT)).toBe(spec);
    expect(PRESETS.map((preset) => presetOf(withPreset(spec, preset, SAMPLE_FIT)))).toEqual([
      ...PRESETS,
    ]);
  });

  it('offers rates from 0.1 to 50 MB/s', () => {
    expect(RATE_STEPS[0]).toBe(100);
    expect(RATE_STEPS.at(-1)).toBe(5e7);
    expect(RATE_STEPS[nearestRateStep(1.3e6)]).toBe(1.3e6);
    expect(RATE_STEPS[nearestRateStep(1e9)]).toBe(5e7);
    expect(clampRate(0)).toBe(1);
  });
});
