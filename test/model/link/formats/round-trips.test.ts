import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importTrace } from '../../../../model/link/formats/import-trace';
import { exportMahimahi } from '../../../../model/link/formats/mahimahi';
import { readProfile, writeProfile } from '../../../../model/link/formats/profile-file';
import { exportSabre } from '../../../../model/link/formats/sabre';
import { curveOfSegments } from '../../../../model/link/rate-curve';
import { RateFunction } from '../../../../model/link/rate-function';
import type { RateCurve } from '../../../../model/link/types';
import { curves } from '../../arbitraries';

const repeating = curves.filter(({ periodMs }) => periodMs !== Infinity);

/** The same steps, whose rates may have been rounded once: they went through another unit. */
function expectSame(one: RateCurve, two: RateCurve): void {
  expect([...one.fromMs]).toEqual([...two.fromMs]);
  expect(one.periodMs).toBe(two.periodMs);
  one.rate.forEach((rate, i) => {
    const error = Math.abs(rate - (two.rate[i] ?? NaN));
    expect(error).toBeLessThanOrEqual(2 * Number.EPSILON * rate);
  });
}

/** Neighbours of one rate are one step in every file. */
function joined({ fromMs, rate, periodMs }: RateCurve): RateCurve {
  const segments = [...fromMs].map((ms, i) => ({ fromMs: ms, rate: rate[i] ?? 0 }));
  return curveOfSegments(
    segments.filter((segment, i) => segment.rate !== segments[i - 1]?.rate),
    periodMs,
  );
}

const scaled = (text: string[]): string => `${text.join('\n')}\n`;

describe('what is written reads back', () => {
  test('as Sabre', () => {
    fc.assert(
      fc.property(repeating, fc.constantFrom(0, 20, 300), (curve, latencyMs) => {
        const read = importTrace(exportSabre(curve, latencyMs));
        expect(read.format).toBe('sabre');
        expect(read.latencyMs).toBe(latencyMs);
        expectSame(read.curve, joined(curve));
      }),
    );
  });

  test('as a profile of one’s own, title, period or none', () => {
    fc.assert(
      fc.property(curves, fc.string(), (curve, title) => {
        const read = readProfile(writeProfile({ title, curve, latencyMs: 20 }));
        expect(read).toMatchObject({ title, latencyMs: 20 });
        expectSame(read.curve, joined(curve));
      }),
    );
  });

  test('as mahimahi, line by line', () => {
    const times = fc
      .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 })
      .map((gaps) => {
        let tMs = 0;
        return gaps.map((gap) => (tMs += gap)).map((each) => Math.max(1, each));
      });
    fc.assert(
      fc.property(times, (lines) => {
        const text = scaled(lines.map(String));
        expect(exportMahimahi(importTrace(text).curve)).toBe(text);
      }),
    );
  });

  test('as two columns and as rows of Norway and Belgium', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ ms: fc.integer({ min: 1, max: 5000 }), bytes: fc.nat(1e7) }), {
          minLength: 1,
        }),
        fc.constantFrom(1_289_406_399, 1_453_121_790_686),
        (rows, start) => {
          fc.pre(rows.some(({ bytes }) => bytes > 0));
          let tMs = 0;
          const lines = rows.map(({ ms, bytes }) => {
            tMs += ms;
            const padded = String(ms).padStart(4, '0');
            return `${start + tMs} ${tMs} 59.85 -10.78 ${bytes} ${padded}`;
          });
          const { curve, format } = importTrace(scaled(lines));
          expect(format).toBe(start < 1e11 ? 'norway' : 'belgium');
          expect(curve.periodMs).toBe(tMs);
          const integral = new RateFunction(curve);
          let sum = 0;
          let at = 0;
          for (const { ms, bytes } of rows) {
            sum += bytes;
            at += ms;
            if (at < tMs) expect(integral.integral(at)).toBeCloseTo(sum, 3);
          }
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ ms: fc.integer({ min: 1, max: 9000 }), kbit: fc.nat(90_000) }), {
          minLength: 2,
        }),
        (rows) => {
          fc.pre(rows.some(({ kbit }) => kbit > 0));
          let tMs = 0;
          const segments = rows.map(({ ms, kbit }, i) => {
            tMs += i === 0 ? 0 : ms;
            return { fromMs: tMs, rate: kbit * 125 };
          });
          const periodMs = 2 * tMs - (segments.at(-2)?.fromMs ?? 0);
          const lines = segments.map(
            ({ fromMs, rate }) => `${7 + fromMs / 1000}\t${rate / 125_000}`,
          );
          const { curve } = importTrace(scaled(lines));
          expectSame(curve, joined(curveOfSegments(segments, periodMs)));
        },
      ),
    );
  });
});

describe('a curve that is written for mahimahi', () => {
  test('is never ahead at a whole millisecond, nor 1500 bytes behind, within its period', () => {
    fc.assert(
      fc.property(
        repeating.map((curve) => ({ ...curve, rate: curve.rate.map((rate) => rate / 20) })),
        (curve) => {
          const lines = exportMahimahi(curve).trim().split('\n').map(Number);
          const { periodMs } = curve;
          const before = new RateFunction({ ...curve, periodMs: Infinity });
          expect(lines.at(-1)).toBe(periodMs);
          let sent = 0;
          for (let tMs = 0; tMs < periodMs; tMs += 1 + Math.floor(periodMs / 700)) {
            while ((lines[sent] ?? Infinity) <= tMs) sent += 1;
            const carried = before.integral(tMs);
            expect(sent * 1500).toBeLessThanOrEqual(carried + 0.01);
            expect(sent * 1500).toBeGreaterThan(
              carried - 1500 - 0.01 - (before.rateAt(tMs - 1) + 1) / 1e6,
            );
          }
          expect(lines.length * 1500).toBeGreaterThanOrEqual(before.integral(periodMs) - 0.01);
          expect(lines.length * 1500).toBeLessThan(before.integral(periodMs) + 1500.01);
        },
      ),
    );
  });

  test('and holds its last rate ends ten seconds behind its last step', () => {
    const curve = curveOfSegments([
      { fromMs: 0, rate: 0 },
      { fromMs: 500, rate: 1_500_000 },
    ]);
    const lines = exportMahimahi(curve).trim().split('\n');
    expect(lines[0]).toBe('501');
    expect(lines.at(-1)).toBe('10500');
    expect(lines).toHaveLength(10_000);
  });

  test('and carries too much for a file is refused in one sentence', () => {
    const curve = curveOfSegments([{ fromMs: 0, rate: 1e9 }], 60_000);
    expect(() => exportMahimahi(curve)).toThrow(
      'This link carries more than 5,000,000 packets of 1500 bytes in one period; export it as Sabre JSON instead.',
    );
  });
});
