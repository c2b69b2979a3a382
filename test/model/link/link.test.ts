import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivalMs } from '../../../model/link/pipe';
import { createLink } from '../../../model/link/link';
import { LINK_PRESETS } from '../../../model/link/spec/spec';
import { finiteLinks, links } from '../arbitraries';

const MINUTES_10 = 600_000;

describe('every link', () => {
  test('is the same for the same spec and seed', () => {
    fc.assert(
      fc.property(links, fc.integer(), (spec, seed) => {
        const [one, two] = [createLink(spec, seed), createLink(spec, seed)];
        for (let tMs = 0; tMs < 60_000; tMs += 777) expect(one.rateAt(tMs)).toBe(two.rateAt(tMs));
        for (let i = 0; i < 20; i++) expect(one.delayMs(i)).toBe(two.delayMs(i));
        expect(one.outagesUntil(60_000)).toEqual(two.outagesUntil(60_000));
      }),
    );
  });

  test('has a capacity that adds up, and a time to carry that is its inverse', () => {
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 200_000 }),
      fc.integer({ min: 0, max: 200_000 }),
      fc.integer({ min: 1, max: 100_000_000 }),
    );
    fc.assert(
      fc.property(finiteLinks, parts, (spec, [fromMs, lengthMs, bytes]) => {
        const link = createLink(spec, 1);
        const middle = fromMs + lengthMs / 3;
        const toMs = fromMs + lengthMs;
        const whole = link.capacity(fromMs, toMs);
        expect(link.capacity(fromMs, middle) + link.capacity(middle, toMs)).toBeCloseTo(whole, 2);
        const carried = link.capacity(fromMs, link.timeToCarry(fromMs, bytes));
        expect(Math.abs(carried - bytes)).toBeLessThan(1e-3);
      }),
    );
  });

  test('is silent in its outages and nowhere else', () => {
    fc.assert(
      fc.property(finiteLinks, fc.integer(), (spec, seed) => {
        const link = createLink(spec, seed);
        const outages = link.outagesUntil(100_000);
        for (let tMs = 0; tMs < 100_000; tMs += 333) {
          const down = outages.some(({ fromMs, toMs }) => tMs >= fromMs && tMs < toMs);
          expect(link.rateAt(tMs) === 0).toBe(down);
        }
        for (const { fromMs, toMs } of outages) expect(link.capacity(fromMs, toMs)).toBe(0);
        if (spec.kind === 'dropouts' && spec.laterMs === 0 && spec.longerMs === 0) {
          expect(outages).toEqual(spec.outages.filter(({ fromMs }) => fromMs < 100_000));
        }
      }),
    );
  });
});

test('a dropouts link may begin with an outage', () => {
  const outages = [{ fromMs: 0, toMs: 2000 }];
  const link = createLink({ ...LINK_PRESETS.dropouts(1e6), outages }, 1);
  expect(link.rateAt(0)).toBe(0);
  expect(link.timeToCarry(0, 1e6)).toBe(3000);
});

test('an unlimited link carries anything at once and is never down', () => {
  const link = createLink(LINK_PRESETS.unlimited(), 1);
  expect(link.timeToCarry(5, 1e12)).toBe(5);
  expect(link.capacity(5, 5)).toBe(Infinity);
  expect(link.outagesUntil(1e9)).toEqual([]);
});

describe('an unstable link', () => {
  const seeds = Array.from({ length: 30 }, (_, seed) => seed);

  test('carries its nominal rate in the mean over ten minutes', () => {
    for (const seed of seeds) {
      const mean = createLink(LINK_PRESETS.unstable(1e6), seed).capacity(0, MINUTES_10) / 600;
      expect(Math.abs(mean / 1e6 - 1)).toBeLessThan(0.01);
    }
  });

  test('changes every 0.5 to 4 s, within a factor of the nominal, with outages of 0.3 to 3 s', () => {
    for (const seed of seeds) {
      const link = createLink(LINK_PRESETS.unstable(1e6), seed);
      let down = 0;
      for (let tMs = 0; tMs < MINUTES_10;) {
        const next = link.changeAfter(tMs);
        const rate = link.rateAt(tMs);
        if (rate === 0) {
          down++;
          expect(next - tMs).toBeGreaterThanOrEqual(300);
          expect(next - tMs).toBeLessThanOrEqual(3000);
        } else {
          expect(next - tMs).toBeGreaterThanOrEqual(500);
          expect(next - tMs).toBeLessThanOrEqual(4000);
          expect(rate).toBeGreaterThan(0.35e6);
          expect(rate).toBeLessThan(2e6);
        }
        tMs = next;
      }
      expect(down).toBeGreaterThan(20);
      expect(down).toBeLessThan(70);
    }
  });

  test('goes on for ever', () => {
    const link = createLink(LINK_PRESETS.unstable(1e6), 3);
    expect(link.timeToCarry(0, 1e11) / 1000 / 1e5).toBeCloseTo(1, 2);
    expect(link.outagesUntil(3 * MINUTES_10).length).toBeGreaterThan(60);
  });

  test('differs from seed to seed', () => {
    const first = seeds.map((seed) => createLink(LINK_PRESETS.unstable(1e6), seed).rateAt(0));
    expect(new Set(first).size).toBe(seeds.length);
  });
});

describe('delay', () => {
  const spec = { ...LINK_PRESETS.steady(1e6), latencyMs: 80, jitterMs: 20 };

  test('is latency and up to the jitter more, whatever the order in which it is asked', () => {
    const link = createLink(spec, 5);
    const forward = Array.from({ length: 500 }, (_, i) => link.delayMs(i));
    const backward = Array.from({ length: 500 }, (_, i) => link.delayMs(499 - i)).reverse();
    expect(backward).toEqual(forward);
    expect(Math.min(...forward)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...forward)).toBeLessThan(100);
    expect(forward.reduce((sum, ms) => sum + ms) / 500).toBeCloseTo(90, 0);
    expect(createLink({ ...spec, jitterMs: 0 }, 5).delayMs(7)).toBe(80);
  });

  test('never lets a chunk arrive before the one ahead of it', () => {
    const link = createLink({ ...spec, jitterMs: 500 }, 5);
    let previous = 0;
    for (let i = 0; i < 200; i++) {
      const arrives = arrivalMs(link, i, i * 10, previous);
      expect(arrives).toBeGreaterThanOrEqual(previous);
      expect(arrives).toBeGreaterThanOrEqual(i * 10 + 80);
      previous = arrives;
    }
  });
});
