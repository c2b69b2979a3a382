import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RateCurve } from '../../../model/link/types';
import {
  curveOfDraft,
  draftOfCurve,
  silentStretches,
} from '../../../renderer/link-editor/draft-curve';
import { levelAt, sameDraft } from '../../../renderer/link-editor/draft';
import { partsOf } from '../../../renderer/link-editor/draft';
import { MAX_COPIED, resample } from '../../../renderer/link-editor/resample';
import { rateColumns, stepIndexAt } from '../../../renderer/link/rate-columns';
import { anyDraft } from './arbitrary';

/** Any curve, silent stretches in it; whole milliseconds. */
const anyCurve: fc.Arbitrary<RateCurve> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
      maxLength: 60,
    }),
    fc.boolean(),
  )
  .map(([parts, repeats]) => {
    let endMs = 0;
    const fromMs = parts.map(([long]) => (endMs += long) - long);
    const rate = parts.map(([, level]) => level * 500_000);
    const periodMs = repeats ? Math.max(1000, endMs) : Infinity;
    return { fromMs: Float64Array.from(fromMs), rate: Float64Array.from(rate), periodMs };
  });

const rateOf = (curve: RateCurve, tMs: number): number => curve.rate[stepIndexAt(curve, tMs)] ?? 0;
const bytes = (curve: RateCurve, untilMs: number): number =>
  ((rateColumns(curve, 0, untilMs, 1)[0]?.mean ?? 0) * untilMs) / 1000;

describe('a draft and its curve', () => {
  it('say the same at every moment', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(200_000), (draft, t) => {
        const tMs = t % draft.lengthMs;
        const down = draft.outages.some(({ fromMs, toMs }) => tMs >= fromMs && tMs < toMs);
        expect(rateOf(curveOfDraft(draft), tMs)).toBe(down ? 0 : levelAt(draft, tMs));
      }),
    );
  });

  it('a curve becomes a draft that means it, and that draft stays as it is', () => {
    fc.assert(
      fc.property(anyCurve, fc.nat(200_000), (curve, t) => {
        const draft = draftOfCurve(curve, 5, 7);
        const back = curveOfDraft(draft);
        expect(back.periodMs).toBe(curve.periodMs);
        const tMs = t % draft.lengthMs;
        expect(rateOf(back, tMs)).toBe(rateOf(curve, tMs));
        expect(sameDraft(draftOfCurve(back, 5, 7), draft)).toBe(true);
      }),
    );
  });

  it('takes silence that ends for an outage over the rate before it', () => {
    const curve = {
      fromMs: Float64Array.of(0, 10_000, 15_000, 20_000),
      rate: Float64Array.of(1e6, 0, 1e6, 0),
      periodMs: Infinity,
    };
    expect(draftOfCurve(curve, 0, 0)).toMatchObject({
      steps: [
        { fromMs: 0, rate: 1e6 },
        { fromMs: 20_000, rate: 0 },
      ],
      outages: [{ fromMs: 10_000, toMs: 15_000 }],
      lengthMs: 60_000,
    });
    expect(draftOfCurve({ ...curve, periodMs: 30_000 }, 0, 0)).toMatchObject({
      steps: [{ fromMs: 0, rate: 1e6 }],
      outages: [
        { fromMs: 10_000, toMs: 15_000 },
        { fromMs: 20_000, toMs: 30_000 },
      ],
    });
  });
});

describe('columns', () => {
  it('cover the stretch, and their means carry its bytes', () => {
    fc.assert(
      fc.property(anyCurve, fc.integer({ min: 1, max: 200 }), (curve, count) => {
        const untilMs = (curve.fromMs.at(-1) ?? 0) + 1000;
        const columns = rateColumns(curve, 0, untilMs, count);
        expect(columns).toHaveLength(count);
        let carried = 0;
        let exact = 0;
        for (const { fromMs, toMs, min, max, mean } of columns) {
          expect(min).toBeLessThanOrEqual(mean * (1 + 1e-9) + 1e-6);
          expect(max).toBeGreaterThanOrEqual(mean * (1 - 1e-9) - 1e-6);
          carried += (mean * (toMs - fromMs)) / 1000;
        }
        for (let i = 0; i < curve.fromMs.length; i += 1) {
          const until = curve.fromMs[i + 1] ?? untilMs;
          exact += ((curve.rate[i] ?? 0) * (until - (curve.fromMs[i] ?? 0))) / 1000;
        }
        expect(Math.abs(carried - exact)).toBeLessThanOrEqual(1e-9 * (exact + 1));
      }),
    );
  });

  it('show an outage that is narrower than a column', () => {
    const curve = {
      fromMs: Float64Array.of(0, 50_000, 50_010),
      rate: Float64Array.of(1e6, 0, 1e6),
      periodMs: Infinity,
    };
    const columns = rateColumns(curve, 0, 100_000, 10);
    expect(columns.filter(({ min }) => min === 0)).toHaveLength(1);
  });
});

describe('a copy for editing', () => {
  it('has at most 240 steps and carries the same bytes, to half a byte per second', () => {
    const long = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 5 })), {
        minLength: 300,
        maxLength: 900,
      })
      .map((parts): RateCurve => {
        let endMs = 0;
        const fromMs = parts.map(([gap]) => (endMs += gap) - gap);
        return {
          fromMs: Float64Array.from(fromMs),
          rate: Float64Array.from(parts, ([, level]) => level * 400_000),
          periodMs: endMs,
        };
      });
    fc.assert(
      fc.property(long, (curve) => {
        const { draft, before } = resample(curve, 0, 0);
        expect(before).toBe(curve.fromMs.length);
        expect(partsOf(draft)).toBeLessThanOrEqual(MAX_COPIED);
        const exact = bytes(curve, curve.periodMs);
        const copied = bytes(curveOfDraft(draft), curve.periodMs);
        expect(Math.abs(copied - exact)).toBeLessThanOrEqual(
          (0.5 * curve.periodMs) / 1000 + exact * 1e-9,
        );
      }),
    );
  });

  it('keeps long outages where they are; a gap between packets is none', () => {
    const curve = {
      fromMs: Float64Array.of(0, 10_000, 15_000, 20_000, 20_050),
      rate: Float64Array.of(1e6, 0, 1e6, 0, 1e6),
      periodMs: 60_000,
    };
    const { draft, lostOutages } = resample(curve, 0, 0);
    expect(draft.outages).toEqual([{ fromMs: 10_000, toMs: 15_000 }]);
    expect(lostOutages).toBe(0);
    expect(silentStretches(curve, 60_000)).toHaveLength(2);
  });

  it('says how many outages it lost when there are too many to keep', () => {
    const parts = Array.from({ length: 70 }, (_, i) => i * 1000);
    const curve = {
      fromMs: Float64Array.from(parts.flatMap((ms) => [ms, ms + 300 + ms / 1000])),
      rate: Float64Array.from(parts.flatMap(() => [0, 1e6])),
      periodMs: 70_000,
    };
    const { draft, lostOutages } = resample(curve, 0, 0);
    expect(lostOutages).toBe(10);
    expect(draft.outages[0]).toEqual({ fromMs: 10_000, toMs: 10_310 });
  });

  it('holds the last rate of a curve without a period', () => {
    const curve = {
      fromMs: Float64Array.of(0, 30_000.5),
      rate: Float64Array.of(1e6, 3e6),
      periodMs: Infinity,
    };
    expect(resample(curve, 0, 0).draft.steps.at(-1)?.rate).toBe(3e6);
  });
});
