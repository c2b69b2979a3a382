import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLink } from '../../../model/link/link';
import { LinkPipe } from '../../../model/link/pipe';
import { LINK_PRESETS } from '../../../model/link/spec/spec';
import type { Link } from '../../../model/link/types';
import { finiteLinks, links } from '../arbitraries';

const SOURCE = 30_000_000;
const times = fc
  .array(fc.double({ min: 0, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((list) => list.sort((a, b) => a - b));

describe('a pipe', () => {
  test('gives the same however often and late it is asked, where no limit binds', () => {
    fc.assert(
      fc.property(finiteLinks, times, (spec, moments) => {
        const link = createLink(spec, 1);
        const often = new LinkPipe(link);
        for (const tMs of moments) {
          const once = new LinkPipe(link);
          expect(often.advance(tMs, 1e15)).toBe(once.advance(tMs, 1e15));
        }
      }),
    );
  });

  test('is never ahead of the integral nor of its limit, and never goes back', () => {
    fc.assert(
      fc.property(links, times, fc.array(fc.nat(SOURCE)), (spec, moments, limits) => {
        const link = createLink(spec, 1);
        const pipe = new LinkPipe(link);
        let before = 0;
        moments.forEach((tMs, i) => {
          const limit = limits[i] ?? SOURCE;
          const sent = pipe.advance(tMs, limit);
          expect(sent).toBeLessThanOrEqual(link.capacity(0, tMs) + 0.002);
          expect(sent).toBeGreaterThanOrEqual(before);
          expect(sent).toBeLessThanOrEqual(Math.max(limit, before));
          expect(Number.isInteger(sent)).toBe(true);
          before = sent;
        });
      }),
    );
  });

  test('has carried its target when it said it would, and not a millisecond before', () => {
    const cases = fc.tuple(finiteLinks, times, fc.integer({ min: 1, max: 2_000_000_000 }));
    fc.assert(
      fc.property(cases, ([spec, moments, target]) => {
        const pipe = new LinkPipe(createLink(spec, 1));
        const early = new LinkPipe(createLink(spec, 1));
        const middle = moments[0] ?? 0;
        for (const each of [pipe, early]) each.advance(middle, 40_000);
        const most = Math.max(target, early.sentBytes);
        const wakeMs = pipe.wakeMs(target);
        expect(early.advance(Math.max(middle, wakeMs - 1), target)).toBeLessThanOrEqual(most);
        if (wakeMs - 1 > middle) expect(early.sentBytes).toBeLessThan(target);
        expect(pipe.advance(wakeMs, target)).toBe(Math.max(target, pipe.sentBytes));
      }),
    );
  });

  test('a late timer loses nothing: the limit of the past holds for the past', () => {
    const pipe = new LinkPipe(createLink(LINK_PRESETS.steady(1e6), 1));
    pipe.advance(0, 500_000);
    // The limit is reached at 500 ms; asked only at 2000 ms, nothing beyond it has crossed.
    expect(pipe.advance(2000, 500_000)).toBe(500_000);
    // Credit that comes now counts from now.
    expect(pipe.advance(2100, 5_000_000)).toBe(600_000);
  });

  test('an outage holds it, and what was on the way goes on behind it', () => {
    const pipe = new LinkPipe(
      createLink({ ...LINK_PRESETS.dropouts(1e6), outages: [{ fromMs: 500, toMs: 1500 }] }, 1),
    );
    expect(pipe.wakeMs(1_000_000)).toBe(2000);
    expect(pipe.advance(1000, 1e9)).toBe(500_000);
    expect(pipe.advance(2000, 1e9)).toBe(1_000_000);
  });

  test('begins at its start', () => {
    const pipe = new LinkPipe(createLink(LINK_PRESETS.steady(1e6), 1), 3000);
    expect(pipe.wakeMs(1_000_000)).toBe(4000);
    expect(pipe.advance(1000, 1e9)).toBe(0);
    expect(pipe.advance(3500, 1e9)).toBe(500_000);
  });

  test('over an unlimited link takes all that it may at once', () => {
    const pipe = new LinkPipe(createLink(LINK_PRESETS.unlimited(), 1));
    expect(pipe.wakeMs(7)).toBe(0);
    expect(pipe.advance(0, 5000)).toBe(5000);
    expect(pipe.advance(0, 9000)).toBe(9000);
    pipe.setDown(10, true);
    expect(pipe.advance(20, 10_000)).toBe(9000);
    expect(pipe.wakeMs(10_000)).toBe(Infinity);
    pipe.setDown(30, false);
    expect(pipe.advance(30, 10_000)).toBe(10_000);
  });
});

describe('the hand', () => {
  test('cuts at its moment, joins at its moment, and holding twice is holding once', () => {
    const pipe = new LinkPipe(createLink(LINK_PRESETS.steady(1e6), 1));
    pipe.advance(0, 1e9);
    pipe.setDown(1000, true);
    expect(pipe.sentBytes).toBe(1_000_000);
    expect(pipe.wakeMs(1_000_001)).toBe(Infinity);
    expect(pipe.advance(4000, 1e9)).toBe(1_000_000);
    pipe.setDown(4500, true);
    pipe.setDown(5000, false);
    pipe.setDown(5500, false);
    expect(pipe.wakeMs(2_000_000)).toBe(6000);
    expect(pipe.advance(6000, 1e9)).toBe(2_000_000);
  });

  test('takes away exactly what the link would have carried meanwhile', () => {
    const cut = fc.tuple(fc.nat(30_000), fc.nat(10_000), fc.integer({ min: 45_000, max: 60_000 }));
    fc.assert(
      fc.property(finiteLinks, cut, (spec, [fromMs, lengthMs, endMs]) => {
        const link: Link = createLink(spec, 1);
        const pipe = new LinkPipe(link);
        pipe.advance(0, 1e15);
        pipe.setDown(fromMs, true);
        pipe.setDown(fromMs + lengthMs, false);
        const missing = link.capacity(fromMs, fromMs + lengthMs);
        const sent = pipe.advance(endMs, 1e15);
        expect(Math.abs(sent + missing - link.capacity(0, endMs))).toBeLessThan(1.01);
      }),
    );
  });
});
