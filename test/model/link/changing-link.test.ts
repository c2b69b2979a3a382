import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChangingLink } from '../../../model/link/changing-link';
import { createLink } from '../../../model/link/link';
import { takesRateSteps, withRateSteps } from '../../../model/link/rate-steps';
import { formatLinkSpec, parseLinkSpec } from '../../../model/link/spec/spec';
import { outages } from '../arbitraries';

const changes = fc
  .array(fc.record({ atMs: fc.nat(60_000), rate: fc.integer({ min: 1000, max: 5_000_000 }) }), {
    maxLength: 5,
  })
  .map((list) => [...new Map(list.map((each) => [each.atMs, each])).values()])
  .map((list) => list.sort((a, b) => a.atMs - b.atMs));

const specs = fc.oneof(
  outages.map((down) => ({ ...parseLinkSpec('dropouts:1.3MB/s'), outages: down })),
  fc
    .constantFrom('constant:2MB/s', 'steps:0=1MB/s,20=0,25=3MB/s;latency=20ms')
    .map((text) => parseLinkSpec(text)),
);

test('a changed link is what it was before each change, and behind it the newest rate wherever it is up', () => {
  fc.assert(
    fc.property(specs, changes, fc.nat(60_000), (spec, rates, atMs) => {
      expect(takesRateSteps(spec)).toBe(true);
      const first = createLink(spec, 1);
      const link = new ChangingLink(spec, 1);
      for (const { atMs: fromMs, rate } of rates) {
        const before = link.capacity(0, fromMs);
        link.setRate(fromMs, rate);
        expect(link.capacity(0, fromMs)).toBeCloseTo(before, 3);
      }
      const newest = rates.findLast((each) => each.atMs <= atMs);
      const up = first.rateAt(atMs) > 0;
      expect(link.rateAt(atMs)).toBe(up ? (newest?.rate ?? first.rateAt(atMs)) : 0);
      expect(link.outagesUntil(60_000)).toEqual(first.outagesUntil(60_000));
      expect(link.delayMs(3)).toBe(first.delayMs(3));
    }),
  );
});

test('its spec is a link that is the same when it is read again', () => {
  fc.assert(
    fc.property(specs, changes, fc.nat(90_000), (spec, rates, toMs) => {
      const link = new ChangingLink(spec, 1);
      for (const { atMs, rate } of rates) link.setRate(atMs, rate);
      const again = createLink(parseLinkSpec(formatLinkSpec(link.spec)), 1);
      expect(again.capacity(0, toMs)).toBeCloseTo(link.capacity(0, toMs), 3);
      if (rates.length > 0) {
        const known = createLink(withRateSteps(spec, 1, rates), 1);
        expect(link.capacity(0, toMs)).toBe(known.capacity(0, toMs));
      }
    }),
  );
});
