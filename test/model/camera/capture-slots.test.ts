import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaptureSlots } from '../../../model/camera/capture-slots';

describe('CaptureSlots', () => {
  it('loses nothing as long as each picture comes within its slot, however unevenly', () => {
    const late = fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.constantFrom(5, 15, 30, 60), late, (perSecond, shares) => {
        const everyMs = 1000 / perSecond;
        const slots = new CaptureSlots(1000, everyMs);
        shares.forEach((share, i) => {
          expect(slots.take(1000 + (i + share) * everyMs)).toBe(0);
        });
      }),
    );
  });

  it('every slot up to a picture has one or is lost, and no slot has two', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(steps, (waits) => {
        const slots = new CaptureSlots(0, 100);
        let nowMs = 0;
        let pictures = 0;
        let lost = 0;
        for (const waitMs of waits) {
          nowMs += waitMs;
          const before = slots.take(nowMs);
          if (before === null) continue;
          pictures += 1;
          lost += before;
          expect(pictures + lost).toBe(Math.floor(nowMs / 100) + 1);
          expect(slots.take(nowMs)).toBeNull();
        }
      }),
    );
  });

  it('waits for the beginning of the next slot that has no picture', () => {
    const slots = new CaptureSlots(50, 100);
    expect(slots.waitMs(0)).toBe(50);
    expect(slots.waitMs(60)).toBe(0);
    slots.take(60);
    expect(slots.waitMs(60)).toBe(90);
    slots.take(390);
    expect(slots.waitMs(390)).toBe(60);
  });
});
