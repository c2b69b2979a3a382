import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thin, type Row } from '../../../renderer/charts/thin';

const options = { keys: ['v'] as const, tolerance: 0.1, limit: 150, spanS: 40 };
const staircase = (seconds: number, stepS: number): Row<'v'>[] =>
  Array.from({ length: seconds * 10 + 1 }, (_, i) => ({
    t: i / 10,
    v: Math.floor(i / 10 / stepS),
  }));

/** The drawn line's value at t. */
function lineAt(rows: Row<'v'>[], t: number): number {
  const next = rows.findIndex((row) => row.t >= t);
  const b = rows[next];
  const a = rows[next - 1] ?? b;
  if (!a || !b) throw new Error('outside the line');
  return b.t === a.t ? b.v : a.v + ((b.v - a.v) * (t - a.t)) / (b.t - a.t);
}

describe('thin', () => {
  it('keeps nothing of nothing and both ends of anything', () => {
    expect(thin([], options)).toEqual([]);
    const rows = staircase(36, 0.77);
    const kept = thin(rows, options);
    expect(kept[0]).toBe(rows[0]);
    expect(kept.at(-1)).toBe(rows.at(-1));
  });

  it('draws a straight line with two points', () => {
    const rows = Array.from({ length: 361 }, (_, i) => ({ t: i / 10, v: i / 13 }));
    expect(thin(rows, options)).toHaveLength(2);
  });

  it('keeps every corner of a staircase', () => {
    const rows = staircase(36, 1);
    const kept = thin(rows, options);
    expect(kept.length).toBeLessThan(80);
    for (const row of rows) expect(lineAt(kept, row.t)).toBeCloseTo(row.v, 1);
  });

  it('stays within the tolerance as long as the corners fit', () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 140 }), (values) => {
        const rows = values.map((v, i) => ({ t: i / 10, v }));
        const kept = thin(rows, options);
        for (const row of rows)
          expect(Math.abs(lineAt(kept, row.t) - row.v)).toBeLessThanOrEqual(0.1001);
      }),
    );
  });

  it('does not move what is already drawn when rows are added', () => {
    const rows = staircase(36, 0.77);
    const early = thin(rows.slice(0, 200), options);
    const late = thin(rows, options);
    expect(late.slice(0, early.length - 1)).toEqual(early.slice(0, -1));
  });

  it('keeps to the limit, and the least and the most survive', () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 400, maxLength: 1200 }), (values) => {
        const rows = values.map((v, i) => ({ t: i / 10, v }));
        const kept = thin(rows, { ...options, spanS: 120 });
        expect(kept.length).toBeLessThanOrEqual(150);
        const of = (list: Row<'v'>[]): number[] => list.map((row) => row.v);
        expect(Math.abs(Math.max(...of(kept)) - Math.max(...values))).toBeLessThanOrEqual(0.1001);
        expect(Math.abs(Math.min(...of(kept)) - Math.min(...values))).toBeLessThanOrEqual(0.1001);
        expect(kept.at(-1)).toBe(rows.at(-1));
      }),
      { numRuns: 30 },
    );
  });

  it('thins two keys together', () => {
    const rows = staircase(40, 1).map(({ t, v }) => ({
      t,
      received: v,
      played: Math.max(0, t - 5),
    }));
    const kept = thin(rows, { ...options, keys: ['received', 'played'] as const });
    expect(kept.length).toBeLessThanOrEqual(90);
    expect(kept.some((row) => Math.abs(row.t - 5) < 0.11)).toBe(true);
  });

  it('takes rows of the same moment', () => {
    const rows = [
      { t: 0, v: 0 },
      { t: 1, v: 0 },
      { t: 1, v: 5 },
      { t: 2, v: 5 },
    ];
    expect(thin(rows, options)).toEqual(rows);
  });
});
