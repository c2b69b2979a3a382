import { describe, expect, it } from 'vitest';
import { nearestTick } from '../../../renderer/charts/axes';

describe('nearestTick', () => {
  const ticks = [0, 0.1, 7.5, 22.2].map((value) => ({ value }));

  it('finds the same moment in a chart that kept other points', () => {
    expect([0, 3, 4, 21.5, 90].map((at) => nearestTick(ticks, { activeLabel: at }))).toEqual([
      0, 1, 2, 3, 3,
    ]);
    expect(nearestTick(ticks, { activeLabel: '7.4' })).toBe(2);
  });
});
