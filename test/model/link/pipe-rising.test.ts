import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLink } from '../../../model/link/link';
import { LinkPipe } from '../../../model/link/pipe';
import { LINK_PRESETS } from '../../../model/link/spec/spec';
import type { Link } from '../../../model/link/types';
import { fastLinks, finiteLinks } from '../arbitraries';

/** A limit that rises evenly from each point to the next. */
interface Point {
  tMs: number;
  bytes: number;
}

const limits: fc.Arbitrary<Point[]> = fc
  .tuple(
    fc.nat(200_000),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.nat(4000)), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([startBytes, stretches]) => {
    const points = [{ tMs: 0, bytes: startBytes }];
    for (const [lengthMs, perMs] of stretches) {
      const { tMs, bytes } = points.at(-1) ?? { tMs: 0, bytes: 0 };
      points.push({ tMs: tMs + lengthMs, bytes: bytes + perMs * lengthMs });
    }
    return points;
  });

/**
 * What has crossed by then, as the definition has it: the least, over all earlier moments, of the limit
 * and what the link can carry from there on; between two changes of either, both are straight lines.
 */
function crossed(link: Link, points: readonly Point[], untilMs: number): number {
  let least = link.capacity(0, untilMs);
  points.forEach((low, i) => {
    const high = points[i + 1];
    const perMs = high ? (high.bytes - low.bytes) / (high.tMs - low.tMs) : 0;
    const endMs = Math.min(high?.tMs ?? Infinity, untilMs);
    for (let tMs = low.tMs; tMs <= endMs;) {
      const limit = low.bytes + perMs * (tMs - low.tMs);
      least = Math.min(least, limit + link.capacity(tMs, untilMs));
      if (tMs === endMs) break;
      tMs = Math.min(endMs, link.changeAfter(tMs));
    }
  });
  return least;
}

/** The floor takes less than a byte, ROUNDING a thousandth more. */
const NEAR = 1.002;
const cases = fc.tuple(fc.oneof(finiteLinks, fastLinks), limits, fc.nat(1000));

test('under a limit that rises evenly, exactly as much crosses as the definition says', () => {
  fc.assert(
    fc.property(cases, ([spec, points]) => {
      const link = createLink(spec, 1);
      const pipe = new LinkPipe(link);
      for (const { tMs, bytes } of points) {
        const sent = pipe.advanceRising(tMs, bytes);
        const exact = crossed(link, points, tMs);
        expect(Math.abs(sent - exact + 0.5)).toBeLessThan(NEAR - 0.5);
      }
    }),
  );
});

test('however often it is asked between two points', () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ([spec, points], share) => {
      const link = createLink(spec, 1);
      const seldom = new LinkPipe(link);
      const often = new LinkPipe(link);
      points.forEach(({ tMs, bytes }, i) => {
        const before = points[i - 1];
        if (before) {
          often.advanceRising(
            before.tMs + share * (tMs - before.tMs),
            before.bytes + share * (bytes - before.bytes),
          );
        }
        // A byte at most, where the last one lies on the edge of rounding.
        const difference = often.advanceRising(tMs, bytes) - seldom.advanceRising(tMs, bytes);
        expect(Math.abs(difference)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('a target has crossed at the moment that it says, and not a microsecond before', () => {
  fc.assert(
    fc.property(cases, ([spec, points, moreBytes]) => {
      const link = createLink(spec, 1);
      const pipe = new LinkPipe(link);
      for (const { tMs, bytes } of points.slice(0, -1)) pipe.advanceRising(tMs, bytes);
      const [from, to] = points.slice(-2);
      if (!from || !to) return;
      const perMs = (to.bytes - from.bytes) / (to.tMs - from.tMs);
      const target = pipe.sentBytes + 1 + moreBytes * 100;
      const wakeMs = pipe.wakeRisingMs(target, perMs);
      if (wakeMs === Infinity) {
        expect([perMs, target > from.bytes]).toEqual([0, true]);
        return;
      }
      const onAndOn = (tMs: number): Point[] => [
        ...points.slice(0, -1),
        { tMs, bytes: from.bytes + perMs * (tMs - from.tMs) },
      ];
      const near = 0.002 + wakeMs * 1e-9 * (link.spec.rate / 1000 + perMs);
      expect(crossed(link, onAndOn(wakeMs), wakeMs)).toBeGreaterThan(target - near);
      const earlierMs = wakeMs - 1e-3;
      if (earlierMs > from.tMs) {
        expect(crossed(link, onAndOn(earlierMs), earlierMs)).toBeLessThan(target + near);
      }
    }),
  );
});

test('over an unlimited link exactly the limit crosses', () => {
  const pipe = new LinkPipe(createLink(LINK_PRESETS.unlimited(), 1));
  expect(pipe.advanceRising(0, 2000)).toBe(2000);
  expect(pipe.wakeRisingMs(3000, 10)).toBe(100);
  expect(pipe.advanceRising(50, 2500.5)).toBe(2500);
  expect(pipe.advanceRising(100, 3000)).toBe(3000);
});

test('without a rise a target beyond the limit is never reached', () => {
  const pipe = new LinkPipe(createLink(LINK_PRESETS.steady(1e6), 1));
  pipe.advanceRising(0, 5000);
  expect(pipe.wakeRisingMs(5001, 0)).toBe(Infinity);
  expect(pipe.wakeRisingMs(5000, 0)).toBe(5);
});
