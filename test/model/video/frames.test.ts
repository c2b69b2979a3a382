import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameFrom, framesOf, lengthOf, momentOf, startOfFrame } from '../../../model/video/frames';

const rates = fc.constantFrom(30 as const, 60 as const);

describe('the frames of a video', () => {
  it('are 1,800 for 60 s at 30 a second, each at its own moment', () => {
    const frames = framesOf({ fps: 30 }, 60_000);
    expect(frames).toEqual({ fps: 30, count: 1800, fromMs: 0 });
    expect(momentOf(frames, 1799)).toBeCloseTo(59_966.667, 2);
    expect(lengthOf(frames)).toBe(60_000);
  });

  it('are those of a stretch, which ends with the run', () => {
    expect(framesOf({ fps: 30, fromMs: 12_000, toMs: 20_000 }, 60_000).count).toBe(240);
    expect(framesOf({ fps: 60, fromMs: 59_000, toMs: 90_000 }, 60_000).count).toBe(60);
    expect(() => framesOf({ fps: 30, fromMs: 60_000 }, 60_000)).toThrow(RangeError);
  });

  it('show what has been so since a moment from the first frame that is not before it', () => {
    fc.assert(
      fc.property(
        rates,
        fc.integer({ min: 0, max: 100_000 }),
        fc.double({ min: 0, max: 200_000, noNaN: true }),
        (fps, fromMs, runMs) => {
          const frames = framesOf({ fps, fromMs }, 200_000);
          const frame = frameFrom(frames, runMs);
          if (frame < frames.count) expect(momentOf(frames, frame)).toBeGreaterThan(runMs - 0.001);
          if (frame > 0) expect(momentOf(frames, frame - 1)).toBeLessThan(runMs);
        },
      ),
    );
  });

  it('are found again by their own moments', () => {
    fc.assert(
      fc.property(rates, fc.nat(100_000), fc.nat(5999), (fps, fromMs, frame) => {
        const frames = framesOf({ fps, fromMs }, 200_000);
        expect(frameFrom(frames, momentOf(frames, frame))).toBe(Math.min(frame, frames.count));
        expect(startOfFrame(frames, frame)).toBeCloseTo(momentOf(frames, frame) - fromMs, 6);
      }),
    );
  });
});
