import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameSlots } from '../../../model/video/frame-slots';

const begins = fc.double({ min: 0, max: 1e7, noNaN: true });
const frames = fc.integer({ min: 0, max: 1_000_000 });

describe('the frames of a video that is made as time goes', () => {
  it('are due at their own moments and no earlier', () => {
    fc.assert(
      fc.property(begins, frames, (beganMs, frame) => {
        const slots = new FrameSlots(30, beganMs);
        expect(slots.dueAt(slots.momentOf(frame))).toBe(frame);
        if (frame > 0) expect(slots.dueAt(slots.momentOf(frame) - 1)).toBe(frame - 1);
      }),
    );
  });

  it('are taken one after the other while the clock keeps pace, and leave out what has passed', () => {
    const slots = new FrameSlots(30, 1000);
    expect(slots.nextAfter(0, 1000)).toBe(1);
    expect(slots.nextAfter(1, 1040)).toBe(2);
    expect(slots.nextAfter(2, 2000)).toBe(30);
  });

  it('are as many as fit into the time, whatever is left out', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true })), (waits) => {
        const slots = new FrameSlots(30, 0);
        let [nowMs, last] = [0, 0];
        for (const wait of waits) {
          nowMs += wait;
          const next = slots.nextAfter(last, nowMs);
          expect(next).toBeGreaterThan(last);
          last = next;
          nowMs = Math.max(nowMs, slots.momentOf(next));
        }
        expect(Math.abs(slots.dueAt(nowMs) - (nowMs * 30) / 1000)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
