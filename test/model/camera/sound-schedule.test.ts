import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SoundSchedule } from '../../../model/camera/sound-schedule';

describe('SoundSchedule', () => {
  it('joins pieces that are due about when the one before ends, without a seam', () => {
    const schedule = new SoundSchedule();
    fc.assert(
      fc.property(fc.array(fc.double({ min: -0.009, max: 0.009, noNaN: true })), (offs) => {
        schedule.reset();
        let endS: number | null = null;
        offs.forEach((off, i) => {
          const placed = schedule.place(10 + i * 0.02 + off, 0.02, 9.9);
          if (endS !== null) expect(placed?.atS).toBe(endS);
          endS = (placed?.atS ?? 0) + 0.02;
        });
      }),
    );
  });

  it('never puts sound more than 20 ms from its picture, and never into the past', () => {
    const pieces = fc.array(
      fc.record({
        dueS: fc.double({ min: 0, max: 3, noNaN: true }),
        nowS: fc.double({ min: 0, max: 3, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(pieces, (all) => {
        const schedule = new SoundSchedule();
        for (const { dueS, nowS } of all) {
          const placed = schedule.place(dueS, 0.02, nowS);
          if (!placed) {
            expect(nowS - dueS).toBeGreaterThan(0.02);
            continue;
          }
          expect(placed.atS).toBeGreaterThanOrEqual(nowS);
          expect(Math.abs(placed.offS)).toBeLessThanOrEqual(0.02 + 1e-9);
          expect(placed.atS - dueS).toBeCloseTo(placed.offS, 9);
        }
      }),
    );
  });

  it('places nothing that is due at no moment, and joins what comes later all the same', () => {
    const schedule = new SoundSchedule();
    expect(schedule.place(Infinity, 0.02, 1)).toBeNull();
    expect(schedule.place(1.5, 0.02, 1)).toEqual({ atS: 1.5, offS: 0 });
    expect(schedule.place(NaN, 0.02, 1.4)).toBeNull();
    expect(schedule.place(1.521, 0.02, 1.4)?.atS).toBe(1.52);
  });
});
