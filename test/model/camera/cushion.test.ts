import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JitterCushion } from '../../../model/camera/cushion';
import { PICTURE_US } from './made-frames';

const FRAME_MS = PICTURE_US / 1000;

/** A cushion after so many frames, each late by so much; `shiftMs` parts the two clocks. */
function after(lateMs: readonly number[], shiftMs = 0): JitterCushion {
  const cushion = new JitterCushion(FRAME_MS);
  lateMs.forEach((late, i) => cushion.arrived(i * FRAME_MS, i * FRAME_MS + late + shiftMs));
  return cushion;
}

describe('JitterCushion', () => {
  it('is one frame on a quiet link, whatever its latency and the clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(300), (shiftMs, frames) => {
        const cushion = after(new Array<number>(frames + 1).fill(7), shiftMs);
        expect(cushion.ms).toBeCloseTo(FRAME_MS, 6);
        expect(cushion.transitMs).toBeCloseTo(7 + shiftMs, 4);
      }),
    );
  });

  it('lets 98 of 100 frames of the last five seconds come in time, and no more than it needs', () => {
    const late = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), {
      minLength: 1,
      maxLength: 140,
    });
    fc.assert(
      fc.property(late, (lateMs) => {
        const { ms, transitMs } = after(lateMs);
        const inTime = lateMs.filter((each) => each <= (transitMs ?? 0) + ms + 1e-6);
        expect(inTime.length).toBeGreaterThanOrEqual(0.98 * lateMs.length - 1e-9);
        const most = Math.max(...lateMs) - Math.min(...lateMs);
        expect(ms).toBeLessThanOrEqual(Math.max(FRAME_MS, most + 5) + 1e-6);
      }),
    );
  });

  it('takes what an outage held up for no jitter', () => {
    const lateMs = new Array<number>(100).fill(5);
    for (let i = 50; i < 90; i += 1) lateMs[i] = 4000 - (i - 50) * FRAME_MS;
    expect(after(lateMs).ms).toBeCloseTo(FRAME_MS, 6);
  });

  it('forgets an unsteady time within five seconds', () => {
    const unsteady = Array.from({ length: 60 }, (_, i) => (i % 2) * 200);
    const quiet = new Array<number>(160).fill(0);
    expect(after(unsteady).ms).toBeCloseTo(205, 6);
    expect(after([...unsteady, ...quiet]).ms).toBeCloseTo(FRAME_MS, 6);
  });
});
