import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLink } from '../../../model/link/link';
import { seededOutages } from '../../../model/link/outages';
import { LINK_PRESETS } from '../../../model/link/spec/spec';
import { outages } from '../arbitraries';

const shifts = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 9000 }));

describe('outages that the seed moves', () => {
  test('ascend and are apart, in whole milliseconds', () => {
    fc.assert(
      fc.property(outages, shifts, fc.integer(), (asked, [laterMs, longerMs], seed) => {
        const moved = seededOutages(asked, laterMs, longerMs, seed);
        moved.forEach(({ fromMs, toMs }, i) => {
          expect(Number.isInteger(fromMs) && Number.isInteger(toMs)).toBe(true);
          expect(toMs).toBeGreaterThan(fromMs);
          if (i > 0) expect(fromMs).toBeGreaterThan(moved[i - 1]?.toMs ?? Infinity);
        });
      }),
    );
  });

  test('begin up to so much later and last up to so much longer, and at least as long as asked', () => {
    fc.assert(
      fc.property(outages, shifts, fc.integer(), (asked, [laterMs, longerMs], seed) => {
        const moved = seededOutages(asked, laterMs, longerMs, seed);
        for (const { fromMs, toMs } of asked) {
          const within = moved.find((each) => each.fromMs <= fromMs + laterMs && each.toMs >= toMs);
          expect(within).toBeDefined();
        }
        const last = asked.at(-1)?.toMs ?? 0;
        expect(moved[0]?.fromMs).toBeGreaterThanOrEqual(asked[0]?.fromMs ?? Infinity);
        expect(moved.at(-1)?.toMs).toBeLessThanOrEqual(last + laterMs + longerMs);
      }),
    );
  });

  test('stay where they are when nothing may move, and differ from seed to seed when it may', () => {
    const asked = LINK_PRESETS.dropouts(1e6).outages;
    expect(seededOutages(asked, 0, 0, 7)).toBe(asked);
    const firsts = Array.from(
      { length: 50 },
      (_, seed) => seededOutages(asked, 5000, 2600, seed)[0],
    );
    expect(new Set(firsts.map((each) => each?.fromMs)).size).toBeGreaterThan(45);
    expect(
      new Set(firsts.map((each) => (each?.toMs ?? 0) - (each?.fromMs ?? 0))).size,
    ).toBeGreaterThan(45);
  });

  test('are those of the link', () => {
    const spec = { ...LINK_PRESETS.dropouts(1e6), laterMs: 5000, longerMs: 2600 };
    const link = createLink(spec, 3);
    for (const { fromMs, toMs } of link.outagesUntil(60_000)) {
      expect(link.capacity(fromMs, toMs)).toBe(0);
      expect(link.rateAt(fromMs - 1)).toBe(1e6);
      expect(link.rateAt(toMs)).toBe(1e6);
    }
    expect(link.outagesUntil(60_000)).toHaveLength(2);
    expect(createLink(spec, 4).outagesUntil(60_000)).not.toEqual(link.outagesUntil(60_000));
  });
});
