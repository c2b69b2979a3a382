import { describe, expect, it } from 'vitest';
import {
  mostSeconds,
  problemStretches,
  tradeoffRows,
} from '../../../../renderer/what-if/chart/tradeoff-scale';
import { noRun, point } from '../points';

describe('rows of the chart', () => {
  it('are in seconds, and empty where nothing ran or nothing started', () => {
    expect(tradeoffRows([point(1, 800, 2000), noRun(2), point(3, null, 0)])).toEqual([
      { x: 1, delay: 0.8, delayBand: [0.72, 0.96], stall: 2, stallBand: [1.8, 2.4] },
      { x: 2, delay: null, delayBand: null, stall: null, stallBand: null },
      { x: 3, delay: null, delayBand: null, stall: null, stallBand: null },
    ]);
  });

  it('reach as far as the most of any run', () => {
    expect(mostSeconds([point(1, 800, 2000), noRun(2)])).toBeCloseTo(2.4);
    expect(mostSeconds([])).toBe(0);
  });
});

describe('stretches without a run', () => {
  it('go from the value before to the next that runs, or to the end', () => {
    const points = [noRun(1), noRun(2), point(3, 1, 1), noRun(4), point(5, 1, 1), noRun(6)];
    const code = 'prefetch-does-not-fit';
    expect(problemStretches(points, 0, 7)).toEqual([
      { from: 0, to: 3, code },
      { from: 3, to: 5, code },
      { from: 5, to: 7, code },
    ]);
  });
});
