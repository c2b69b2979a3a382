import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Distribution } from '../../../model/camera/distribution';

/** The least value that at least this share of all does not exceed. */
function rank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}

describe('Distribution', () => {
  it('has the median and the 95th percentile by nearest rank, of whole ms', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1 }), (values) => {
        const measured = new Distribution();
        for (const value of values) measured.add(value + 0.3);
        expect(measured.figures).toEqual({
          median: rank(values, 0.5),
          p95: rank(values, 0.95),
          count: values.length,
        });
      }),
    );
  });

  it('has none before the first', () => {
    expect(new Distribution().figures).toBeNull();
  });
});
