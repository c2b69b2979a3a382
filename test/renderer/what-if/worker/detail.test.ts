import { describe, expect, it } from 'vitest';
import { createLink } from '../../../../model/link/link';
import { laneFigures } from '../../../../model/sweep/figures-recorder';
import { presetLink } from '../../../../renderer/what-if/state/room-link';
import { roomSource } from '../../../../renderer/what-if/state/room-source';
import { settingsFor } from '../../../../renderer/what-if/state/room-state';
import { detailSteps, minimumOfAll } from '../../../../renderer/what-if/worker/detail';

const made = roomSource(null, 1e6);
const settings = settingsFor(made);
const link = presetLink('dropouts', made);
const seeds = [1, 2, 3];
const steps = detailSteps(
  {
    scenario: { method: 'buffering', settings, link },
    axis: 'prefetch',
    value: 4e6,
    strips: [1e6, 4e6, 20e6],
    seed: 2,
    seeds,
    rest: { bytes: 106e6, measured: true },
  },
  made.shape,
);
let last = steps.next();
while (!last.done) last = steps.next();
const detail = last.value;

describe('the detail of a value', () => {
  it('has strips of real modelled runs, with the outages of that seed', () => {
    for (const strip of detail.strips) {
      const run = { method: 'buffering' as const, media: made.shape };
      const figures = laneFigures(
        { ...run, settings: { ...settings, prefetchBytes: strip.value } },
        createLink(link, 2),
      );
      expect(strip.startMs).toBe(figures.startupDelayMs);
      expect(strip.stalledMs).toBeCloseTo(figures.stallTotalMs, 6);
      expect(strip.stalls).toHaveLength(figures.stallCount);
    }
    expect(detail.strips[0]?.outages).toHaveLength(2);
  });

  it('has the exact least prefetch, which a search confirms for every seed', () => {
    const { wholeBytes: least } = detail.least.all;
    if (least === null) throw new Error('this link is enough');
    const stalls = (prefetchBytes: number): number[] =>
      seeds.map(
        (seed) =>
          laneFigures(
            {
              method: 'buffering',
              settings: { ...settings, prefetchBytes },
              media: made.shape,
            },
            createLink(link, seed),
          ).stallCount,
      );
    expect(stalls(least)).toEqual([0, 0, 0]);
    expect(Math.max(...stalls(least - settings.chunkBytes))).toBeGreaterThan(0);
  });

  it('has all three methods: the earlier the start, the more it may stall; full buffer never', () => {
    const [full, buffering, streaming] = detail.methods;
    expect(full?.stallTotalMs.max).toBe(0);
    expect(full?.heldBytes).toBe(made.bytes);
    expect(streaming?.startupDelayMs?.mean).toBeLessThan(buffering?.startupDelayMs?.mean ?? 0);
    expect(buffering?.startupDelayMs?.mean).toBeLessThan(full?.startupDelayMs?.mean ?? 0);
  });

  it('has curves whose least start is that of the exact prefetch, to within a chunk’s arrival', () => {
    const { least, startMs } = detail.curves;
    const exact = detail.least.hardest.startupDelayMs;
    expect(startMs).toBe(detail.strips[1]?.startMs);
    expect(least?.startMs).toBeLessThanOrEqual(exact ?? -1);
    expect(least?.startMs).toBeGreaterThan((exact ?? 0) - 1000);
  });
});

it('what is enough for all is the most that any needs, and nothing when one has none', () => {
  const of = (bytes: number | null) => ({
    bytes,
    wholeBytes: bytes,
    startupDelayMs: bytes,
    reason: bytes === null ? ('never-arrives' as const) : null,
  });
  expect(minimumOfAll([of(3), of(9), of(5)])).toEqual(of(9));
  expect(minimumOfAll([of(3), of(null)])).toEqual(of(null));
});
