import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripValues } from '../../../../renderer/what-if/state/timeline-values';

const twenty = Array.from({ length: 20 }, (_, i) => i + 1);

describe('the strips', () => {
  it('show the ends of what lies near the chosen value', () => {
    expect(stripValues(twenty, 8)).toEqual([1, 4, 6, 8, 16]);
  });

  it('are five, ascending, the chosen one among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (chosen) => {
        const strips = stripValues(twenty, chosen);
        expect(strips).toHaveLength(5);
        expect(strips).toContain(chosen);
        expect([...strips].sort((a, b) => a - b)).toEqual(strips);
      }),
    );
  });

  it('are as many as there are values, and none of none', () => {
    expect(stripValues([3, 4], 4)).toEqual([3, 4]);
    expect(stripValues([], 4)).toEqual([]);
  });
});
