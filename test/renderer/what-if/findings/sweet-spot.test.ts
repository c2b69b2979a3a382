import { describe, expect, it } from 'vitest';
import { hardestSeed, sweetSpotOf } from '../../../../renderer/what-if/findings/sweet-spot';
import { noRun, point } from '../points';

describe('the spot to look for', () => {
  const points = [
    noRun(1),
    point(2, 1, 9, { hardestSeed: 7 }),
    point(3, 1, 5, { hardestSeed: 4 }),
    point(4, 1, 0),
    noRun(5),
  ];

  it('is the least without a stall where more is safer', () => {
    expect(sweetSpotOf('prefetch', points)).toBe(4);
    expect(sweetSpotOf('rate', [noRun(1)])).toBeNull();
  });

  it('is the largest up to which nothing stalls where less is safer', () => {
    const falling = [point(1, 1, 0), point(2, 1, 0), point(3, 1, 9), point(4, 1, 0)];
    expect(sweetSpotOf('outage', falling)).toBe(2);
    expect(sweetSpotOf('chunk', points)).toBeNull();
    expect(sweetSpotOf('chunk', falling.slice(0, 2))).toBe(2);
  });

  it('shows the seed that decides where the spot is', () => {
    expect(hardestSeed('prefetch', points)).toBe(4);
    expect(hardestSeed('chunk', points)).toBe(7);
    expect(hardestSeed('prefetch', [point(4, 1, 0, { hardestSeed: 9 })])).toBe(9);
    expect(hardestSeed('prefetch', [noRun(1)])).toBeNull();
  });
});
