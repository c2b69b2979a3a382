import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS } from '../../../model/delivery/types';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { predictRun, type Predictable } from '../../../model/run/predict-run';

const run = (link: string, untilMs: number | null = null): Predictable => ({
  settings: {
    ...DEFAULT_SETTINGS,
    methods: [...METHODS],
    speed: 1,
    untilMs,
    verify: false,
    consumeRate: 1e6,
  },
  link: { spec: parseLinkSpec(link), seed: 1 },
  media: {
    kind: 'media',
    deliveredBytes: 100e6,
    index: Array.from({ length: 101 }, (_, i) => ({ bytes: i * 1e6, seconds: i })),
  },
});

describe('the prediction of a run', () => {
  test('is drawn from its beginning to the end of its last lane', () => {
    const { lanes, untilMs, cuts } = predictRun(run('constant:2MB/s'), []);
    expect(cuts).toBe('none');
    expect(lanes.map(({ method }) => method)).toEqual(METHODS);
    // Full buffer has all after 50 s, and plays for 100 s.
    expect(untilMs).toBeCloseTo(150_000, 3);
    for (const { samples } of lanes) {
      expect(samples[0]?.tMs).toBe(0);
      expect(samples.at(-1)?.playedBytes).toBe(100e6);
      expect(samples.length).toBeLessThan(1000);
    }
  });

  test('ends where the run is to end', () => {
    const { lanes, untilMs } = predictRun(run('constant:2MB/s', 20_000), []);
    expect(untilMs).toBeLessThanOrEqual(20_000);
    for (const { samples } of lanes) expect(samples.at(-1)?.tMs).toBe(untilMs);
  });

  test('comes to an end over a link that dies, and over one that crawls', () => {
    const dead = predictRun(run('steps:0=1MB/s,30=0'), []);
    expect(dead.untilMs).toBeLessThan(40_000);
    const crawling = predictRun(run('constant:1kB/s'), []);
    expect(crawling.untilMs).toBeGreaterThan(1e8);
    for (const { samples } of crawling.lanes) expect(samples.length).toBeLessThan(1000);
  });

  test('takes in what the hand has cut', () => {
    const cut = [{ fromMs: 20_000, toMs: 40_000 }];
    const { lanes, cuts } = predictRun(run('constant:2MB/s'), cut);
    expect(cuts).toBe('within');
    const streaming = lanes.find(({ method }) => method === 'streaming');
    const at = (tMs: number) => streaming?.samples.find((sample) => sample.tMs >= tMs);
    expect(at(39_000)?.receivedBytes).toBe(at(20_500)?.receivedBytes);
    expect(at(39_000)?.state).toBe('rebuffering');
  });
});
