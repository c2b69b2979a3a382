import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLink } from '../../../model/link/link';
import { LINK_PRESETS } from '../../../model/link/spec/spec';
import { fastLinks, finiteLinks } from '../arbitraries';

const cases = fc.tuple(
  fc.oneof(finiteLinks, fastLinks),
  fc.double({ min: 0, max: 30_000, noNaN: true }),
  fc.double({ min: 0, max: 30_000, noNaN: true }),
  fc.double({ min: 0, max: 5000, noNaN: true }),
);

test('the tightest moment is one of no other lead, over many periods too', () => {
  fc.assert(
    fc.property(cases, ([spec, fromMs, lengthMs, perMs]) => {
      const link = createLink(spec, 1);
      const toMs = fromMs + lengthMs;
      const lead = (tMs: number): number => perMs * (tMs - fromMs) - link.capacity(fromMs, tMs);
      let least = 0;
      for (let tMs = fromMs; tMs < toMs;) {
        tMs = Math.min(toMs, link.changeAfter(tMs));
        least = Math.min(least, lead(tMs));
      }
      const tightestMs = link.tightestMs(fromMs, toMs, perMs);
      expect(tightestMs).toBeGreaterThanOrEqual(fromMs);
      expect(tightestMs).toBeLessThanOrEqual(toMs);
      // Sums of up to thirty thousand steps, of at most 1e9 bytes, lose this much by rounding.
      expect(lead(tightestMs)).toBeLessThan(least + 1e-3);
    }),
  );
});

test('an unlimited link is tightest at the end', () => {
  expect(createLink(LINK_PRESETS.unlimited(), 1).tightestMs(3, 9, 1)).toBe(9);
});
