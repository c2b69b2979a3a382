import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLink, MIN_OUTAGE_MS } from '../../../model/link/link';
import { resolvedSpec, stepsSpec } from '../../../model/link/spec/presets';
import { curveOfSegments } from '../../../model/link/rate-curve';
import { CurveOutages } from '../../../model/link/curve-outages';
import type { Outage, RateCurve } from '../../../model/link/types';

/** Short steps of whole ms, many of them silent, so that silences touch, wrap around and fill whole periods. */
const curves: fc.Arbitrary<RateCurve> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 0, 1000)), {
      minLength: 1,
      maxLength: 8,
    }),
    fc.boolean(),
  )
  .map(([steps, repeats]) => {
    let tMs = 0;
    const segments = steps.map(([lengthMs, rate]) => {
      const segment = { fromMs: tMs, rate };
      tMs += lengthMs;
      return segment;
    });
    return curveOfSegments(segments, repeats ? tMs : Infinity);
  });

/** Far behind every period and every step of these curves, ms. */
const HORIZON = 2000;

/** Silences found millisecond by millisecond, up to the horizon. */
function plainSilences({ fromMs, rate, periodMs }: RateCurve, leastMs: number): Outage[] {
  const found: Outage[] = [];
  for (let tMs = 0; tMs < HORIZON; tMs += 1) {
    const inside = periodMs === Infinity ? tMs : tMs % periodMs;
    const step = fromMs.findLastIndex((each) => each <= inside);
    if (rate[step] !== 0) continue;
    const last = found.at(-1);
    if (last?.toMs === tMs) last.toMs = tMs + 1;
    else found.push({ fromMs: tMs, toMs: tMs + 1 });
  }
  const last = found.at(-1);
  // What still lasts there is endless when it is longer than any period; else its end is not known.
  if (last?.toMs === HORIZON) {
    if (last.fromMs < HORIZON / 2) last.toMs = Infinity;
    else found.pop();
  }
  return found.filter((outage) => outage.toMs - outage.fromMs >= leastMs);
}

describe('the silences of a curve', () => {
  test('are those that one finds by looking at every millisecond', () => {
    fc.assert(
      fc.property(curves, fc.constantFrom(0, 15, 60), (curve, leastMs) => {
        const silences = new CurveOutages(curve, leastMs);
        const plain = plainSilences(curve, leastMs);
        for (let tMs = 0; tMs < HORIZON / 2; tMs += 3) {
          const expected = plain.find(({ toMs }) => toMs > tMs) ?? null;
          expect(silences.after(tMs + 0.25)).toEqual(
            plain.find(({ toMs }) => toMs > tMs + 0.25) ?? null,
          );
          expect(silences.after(tMs)).toEqual(expected);
        }
      }),
    );
  });

  test('of a trace are outages from 200 ms on, of a drawn link all of them', () => {
    const curve = curveOfSegments(
      [
        { fromMs: 0, rate: 1000 },
        { fromMs: 1000, rate: 0 },
        { fromMs: 1000 + MIN_OUTAGE_MS - 1, rate: 1000 },
        { fromMs: 2000, rate: 0 },
        { fromMs: 2000 + MIN_OUTAGE_MS, rate: 1000 },
      ],
      3000,
    );
    const long = { fromMs: 2000, toMs: 2200 };
    const trace = createLink(resolvedSpec('trace', 'x', { curve, latencyMs: 0 }), 1);
    expect(trace.outagesUntil(3000)).toEqual([long]);
    expect(trace.outagesUntil(6000)).toEqual([long, { fromMs: 5000, toMs: 5200 }]);
    expect(trace.outageAfter(0)).toEqual(long);
    expect(trace.outageAfter(2199)).toEqual(long);
    expect(trace.outageAfter(2200)).toEqual({ fromMs: 5000, toMs: 5200 });
    const drawn = createLink(stepsSpec({ ...curve }), 1);
    expect(drawn.outagesUntil(3000)).toEqual([{ fromMs: 1000, toMs: 1199 }, long]);
  });
});
