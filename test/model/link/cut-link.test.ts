import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METHODS } from '../../../model/delivery/types';
import { withCuts } from '../../../model/link/cut-link';
import { createLink } from '../../../model/link/link';
import { LinkPipe } from '../../../model/link/pipe';
import { LINK_PRESETS } from '../../../model/link/spec/spec';
import { simulate } from '../../../model/run/simulate';
import { acceptedSettings, finiteLinks, outages, sources } from '../arbitraries';

const time = fc.integer({ min: 0, max: 120_000 });

describe('a link with the hand on it', () => {
  test('is the link itself when nobody touched it', () => {
    const link = createLink(LINK_PRESETS.steady(1e6), 1);
    expect(withCuts(link, [])).toBe(link);
  });

  test('with a steady rate is a dropouts link: every question has the same answer', () => {
    fc.assert(
      fc.property(outages, time, time, fc.integer({ min: 1, max: 10_000_000 }), (cuts, a, b, n) => {
        const cut = withCuts(createLink(LINK_PRESETS.steady(1e6), 1), cuts);
        const dropouts = createLink({ ...LINK_PRESETS.dropouts(1e6), outages: cuts }, 1);
        const [fromMs, toMs] = [Math.min(a, b), Math.max(a, b)];
        expect(cut.rateAt(fromMs)).toBe(dropouts.rateAt(fromMs));
        expect(cut.changeAfter(fromMs)).toBe(dropouts.changeAfter(fromMs));
        expect(cut.outageAfter(fromMs)).toEqual(dropouts.outageAfter(fromMs));
        expect(cut.outagesUntil(toMs)).toEqual(dropouts.outagesUntil(toMs));
        // Whole ms at 1000 bytes a ms: nothing is rounded.
        expect(cut.capacity(fromMs, toMs)).toBe(dropouts.capacity(fromMs, toMs));
        expect(cut.timeToCarry(fromMs, n)).toBeCloseTo(dropouts.timeToCarry(fromMs, n), 6);
      }),
    );
  });

  test('joins the outages of the link itself with the cuts that touch them', () => {
    fc.assert(
      fc.property(finiteLinks, outages, time, (spec, cuts, tMs) => {
        const cut = withCuts(createLink(spec, 1), cuts);
        const found = cut.outageAfter(tMs);
        // All that may touch it begins before its end.
        const endMs = found && found.toMs < Infinity ? found.toMs : 240_000;
        const all = cut.outagesUntil(Math.max(tMs, endMs) + 1);
        expect(found).toEqual(all.find(({ toMs }) => toMs > tMs) ?? null);
      }),
    );
  });

  test('carries what a sender gets across while the hand cuts and joins', () => {
    fc.assert(
      fc.property(finiteLinks, outages, (spec, cuts) => {
        const link = createLink(spec, 1);
        const live = new LinkPipe(link);
        const predicted = new LinkPipe(withCuts(link, cuts));
        const edges = cuts.flatMap(({ fromMs, toMs }) => [
          { atMs: fromMs, down: true },
          { atMs: toMs, down: false },
        ]);
        for (const { atMs, down } of edges) {
          live.advance(atMs, 1e12);
          live.setDown(atMs, down);
          // A byte is whole when rounding has not taken it: either may be one ahead.
          expect(Math.abs(predicted.advance(atMs, 1e12) - live.sentBytes)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a simulated run with cuts is one over a link with those outages', () => {
    fc.assert(
      fc.property(sources, acceptedSettings, outages, (media, settings, cuts) => {
        const common = { settings: { ...settings, methods: METHODS }, media, seed: 1 };
        const cut = simulate({ ...common, link: LINK_PRESETS.steady(1e6), cuts });
        const link = { ...LINK_PRESETS.dropouts(1e6), outages: cuts };
        simulate({ ...common, link }).forEach((lane, i) => {
          expect(cut[i]?.startupDelayMs ?? 0).toBeCloseTo(lane.startupDelayMs ?? 0, 3);
          expect(cut[i]?.receivedBytes).toBe(lane.receivedBytes);
        });
      }),
    );
  });
});
