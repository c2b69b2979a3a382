import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pacedRate } from '../../../renderer/player/pace';

describe('keeping to the clock', () => {
  it('plays at the speed of the run while the lag is small', () => {
    for (const speed of [0.5, 1, 2, 4]) {
      expect(pacedRate(speed, 0)).toBe(speed);
      expect(pacedRate(speed, speed * 0.014)).toBe(speed);
      expect(pacedRate(speed, speed * -0.014)).toBe(speed);
    }
  });

  it('stays between slowest and fastest', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (lag) => {
        const rate = pacedRate(2, lag);
        expect(rate).toBeGreaterThanOrEqual(2 * 0.9 - 1e-9);
        expect(rate).toBeLessThanOrEqual(2.8);
      }),
    );
  });

  it('brings a late player back within two seconds, without running ahead', () => {
    const speed = 4;
    let lag = 1.2;
    for (let wallS = 0; wallS < 2; wallS += 0.25) lag -= (pacedRate(speed, lag) - speed) * 0.25;
    expect(lag).toBeLessThan(0.1);
    expect(lag).toBeGreaterThan(-0.05);
  });
});
