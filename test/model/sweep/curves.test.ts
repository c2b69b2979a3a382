import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { simulate } from '../../../model/run/simulate';
import { arrivalCurve, consumptionCurve } from '../../../model/sweep/curves';
import { acceptedSettings, fastLinks, links, sources } from '../arbitraries';

const media = {
  kind: 'bytes' as const,
  deliveredBytes: 3_500_000,
  index: [0, 7].map((seconds) => ({ bytes: seconds * 5e5, seconds })),
};
const curve = (link: string, untilMs = Infinity) =>
  arrivalCurve({ settings: DEFAULT_SETTINGS, media }, createLink(parseLinkSpec(link), 1), untilMs);

describe('the arrival curve', () => {
  test('has a point for each whole chunk, latency included', () => {
    expect(curve('constant:1MB/s;latency=80ms')).toEqual([
      { tMs: 0, bytes: 0 },
      { tMs: 1080, bytes: 1_000_000 },
      { tMs: 2080, bytes: 2_000_000 },
      { tMs: 3080, bytes: 3_000_000 },
      { tMs: 3580, bytes: 3_500_000 },
    ]);
  });

  test('goes on level to its end where nothing more comes', () => {
    const level = [
      { tMs: 0, bytes: 0 },
      { tMs: 500, bytes: 1_000_000 },
      { tMs: 9000, bytes: 1_000_000 },
    ];
    expect(curve('steps:0=2MB/s,0.8=0', 9000)).toEqual(level);
    expect(curve('steps:0=0', 50)).toEqual([
      { tMs: 0, bytes: 0 },
      { tMs: 50, bytes: 0 },
    ]);
  });

  test('never falls, keeps within the link, and is what full buffer receives', () => {
    const cases = fc.tuple(acceptedSettings, fc.oneof(links, fastLinks), sources, fc.integer());
    fc.assert(
      fc.property(cases, ([settings, spec, source, seed]) => {
        const link = createLink(spec, seed);
        const points = arrivalCurve({ settings, media: source }, link, Infinity);
        points.forEach(({ tMs, bytes }, i) => {
          const before = points[i - 1] ?? { tMs: 0, bytes: 0 };
          expect(tMs).toBeGreaterThanOrEqual(before.tMs);
          expect(bytes).toBeGreaterThanOrEqual(before.bytes);
          const able = link.capacity(0, Math.max(0, tMs - spec.latencyMs));
          expect(bytes).toBeLessThanOrEqual(able + 0.01);
        });
        const methods = ['full-buffer'] as const;
        const run = { settings: { ...settings, methods }, link: spec, media: source, seed };
        const [log] = simulate(run);
        expect(log?.startupDelayMs).toBeCloseTo(points.at(-1)?.tMs ?? NaN, 3);
      }),
      { numRuns: 300 },
    );
  });
});

test('the consumption curve is the index, from the start on', () => {
  expect(consumptionCurve(media, 250)).toEqual([
    { tMs: 250, bytes: 0 },
    { tMs: 7250, bytes: 3_500_000 },
  ]);
});
