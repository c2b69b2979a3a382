import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreseeVideo, paceOf, stretchOf, stretchProblem } from '../../../model/video/foresee';
import {
  MAX_MOVING_PICTURE_MS,
  VIDEO_FORMATS,
  VIDEO_RATES,
  VIDEO_SIZES,
  type VideoOptions,
} from '../../../model/video/options';

const ms = fc.integer({ min: 0, max: 3_600_000 });
const pace = fc.double({ min: 1, max: 5000, noNaN: true });
const options: fc.Arbitrary<VideoOptions> = fc.record({
  size: fc.constantFrom(...VIDEO_SIZES),
  fps: fc.constantFrom(...VIDEO_RATES),
  theme: fc.constantFrom('light', 'dark'),
  captions: fc.constantFrom('burnt', 'beside', 'none'),
  sound: fc.constantFrom('none', 'buffering'),
  format: fc.constantFrom(...VIDEO_FORMATS),
  fromMs: fc.option(ms, { nil: undefined }),
  toMs: fc.option(ms, { nil: undefined }),
});

describe('what is foreseen of a video', () => {
  it('is a stretch within the run, whose length and frames it has', () => {
    fc.assert(
      fc.property(options, ms, pace, (how, lengthMs, paceMs) => {
        const { fromMs, toMs } = stretchOf(how, lengthMs);
        expect(fromMs).toBeGreaterThanOrEqual(0);
        expect(toMs).toBeGreaterThanOrEqual(fromMs);
        expect(toMs).toBeLessThanOrEqual(lengthMs);
        const seen = foreseeVideo(how, lengthMs, paceMs);
        expect(seen.lengthMs).toBe(toMs - fromMs);
        expect(Math.abs(seen.frames - (seen.lengthMs * how.fps) / 1000)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it('takes as long as it took: the pace of a video foretells that video', () => {
    fc.assert(
      fc.property(options, ms, fc.integer({ min: 1, max: 1e9 }), (how, lengthMs, tookMs) => {
        const { frames } = foreseeVideo(how, lengthMs, 1);
        const shown = paceOf(how, frames, tookMs);
        if (frames === 0) expect(shown).toBeNull();
        else if (shown === null) expect.unreachable();
        else expect(foreseeVideo(how, lengthMs, shown).takesMs / tookMs).toBeCloseTo(1, 9);
      }),
    );
  });

  it('takes longer for a longer run, more frames a second and a larger picture, never shorter', () => {
    fc.assert(
      fc.property(options, ms, ms, pace, (how, a, b, paceMs) => {
        const takes = (change: Partial<VideoOptions>, lengthMs: number): number =>
          foreseeVideo({ ...how, ...change }, lengthMs, paceMs).takesMs;
        expect(takes({}, Math.max(a, b))).toBeGreaterThanOrEqual(takes({}, Math.min(a, b)));
        expect(takes({ fps: 60 }, a)).toBeGreaterThanOrEqual(takes({ fps: 30 }, a));
        const bySize = VIDEO_SIZES.map((size) => takes({ size }, a));
        expect(bySize).toEqual(bySize.toSorted((x, y) => x - y));
      }),
    );
  });

  it('refuses what is empty, and a picture that moves for longer than it may', () => {
    fc.assert(
      fc.property(options, ms, (how, lengthMs) => {
        const { fromMs, toMs } = stretchOf(how, lengthMs);
        const isPicture = how.format === 'gif' || how.format === 'webp';
        const isLong = toMs - fromMs > MAX_MOVING_PICTURE_MS;
        const why = toMs === fromMs ? 'empty' : isPicture && isLong ? 'too-long' : null;
        expect(stretchProblem(how, lengthMs)).toBe(why);
      }),
    );
  });
});
