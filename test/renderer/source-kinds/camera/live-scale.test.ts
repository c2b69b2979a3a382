import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barSpanS, liveBar, liveTileS } from '../../../../renderer/source-kinds/camera/live-scale';
import { rowTiles } from '../../../../renderer/source-kinds/camera/camera-stage';
import { shownDelayMs } from '../../../../model/run/frame';

const live = { recordS: 10, reserveS: 3 };
const playing = (liveDelayMs: number | null, bufferedS: number) =>
  ({ state: 'playing', liveDelayMs, bufferedS }) as const;

describe('the scale of a camera', () => {
  it('puts the reserve at half of the tube', () => {
    expect(liveTileS(live) * 10).toBeCloseTo(3);
  });

  it('lets the bar end now: the head stands as far from there as the picture is old', () => {
    expect(liveBar(playing(5000, 5), live)).toEqual({ played: 75, received: 100 });
    expect(liveBar(playing(0, 0), live).played).toBe(100);
    expect(liveBar(playing(90_000, 2), live).played).toBe(0);
  });

  it('draws nothing before the first picture', () => {
    const nothing = { played: 0, received: 0 };
    expect(liveBar(playing(null, 2), live)).toEqual(nothing);
    expect(liveBar({ ...playing(900, 2), state: 'starting' }, live)).toEqual(nothing);
    expect(shownDelayMs({ state: 'starting', liveDelayMs: 900 })).toBeNull();
    expect(shownDelayMs({ state: 'rebuffering', liveDelayMs: 900 })).toBe(900);
  });

  it('never draws played beyond received, nor either beyond now', () => {
    const seconds = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(seconds, seconds, (delayS, bufferedS) => {
        const { played, received } = liveBar(playing(delayS * 1000, bufferedS), live);
        expect(played).toBeGreaterThanOrEqual(0);
        expect(received).toBeGreaterThanOrEqual(played);
        expect(received).toBeLessThanOrEqual(100);
        expect(played).toBeCloseTo(100 * (1 - Math.min(1, delayS / barSpanS(live))), 6);
      }),
    );
  });

  it('fills the row of tiles and begins it again', () => {
    expect([0, 4, 9.5, 10, 10.5, 20, 23].map(rowTiles)).toEqual([0, 4, 9.5, 10, 0.5, 10, 3]);
  });
});
