import { describe, expect, it } from 'vitest';
import type { LaneLog } from '../../../../model/run/schema';
import type { Verdict } from '../../../../model/runs/two/compare-two';
import { firstMs, furthestApart, pairAxis } from '../../../../renderer/runs/two/pair-scale';
import { madeLog } from '../../../model/runs/made-runs';

const [, buffering] = madeLog().lanes;
if (!buffering) throw new Error('no lane');

/** A lane whose buffer is so many MB at each second. */
const laneOf = (levels: readonly number[]): LaneLog => ({
  ...buffering,
  samples: levels.flatMap((mb, i) => {
    const [first] = buffering.samples;
    return first ? [{ ...first, tMs: i * 1000, bufferedBytes: mb * 1e6 }] : [];
  }),
});

describe('the letters of two curves', () => {
  const extent = { endS: 20, endV: 10 };
  const flat = laneOf(Array<number>(21).fill(2));

  it('stand where the two are furthest apart, the upper one above', () => {
    const hill = laneOf(Array.from({ length: 21 }, (_, s) => (s === 10 ? 8 : 3)));
    expect(furthestApart([hill, flat], 'bufferedBytes', extent)).toMatchObject({
      t: 10,
      upper: 8,
      lower: 2,
      aIsUpper: true,
    });
    expect(furthestApart([flat, hill], 'bufferedBytes', extent)).toMatchObject({
      t: 10,
      aIsUpper: false,
    });
  });

  it('are not needed where the two are all but one line', () => {
    expect(furthestApart([flat, flat], 'bufferedBytes', extent)).toBeNull();
    const near = laneOf(Array<number>(21).fill(2.5));
    expect(furthestApart([flat, near], 'bufferedBytes', extent)).toBeNull();
  });

  it('are not looked for behind the end of the shorter run', () => {
    const short = laneOf([2, 2, 2, 2, 2, 2]);
    const late = laneOf(Array.from({ length: 21 }, (_, s) => (s > 10 ? 9 : 2)));
    expect(furthestApart([short, late], 'bufferedBytes', extent)).toBeNull();
  });
});

describe('how much is shown first', () => {
  const at = (atMs: number): { verdict: Verdict } => ({
    verdict: {
      ...({ says: 'differ', method: 'buffering', then: null, same: [] } as const),
      first: { event: 'breaks', by: 'a', atMs },
    },
  });

  it('is a minute, or what the runs differ in', () => {
    expect(firstMs(at(20_000), 190_000)).toBe(60_000);
    expect(firstMs(at(100_000), 600_000)).toBeCloseTo(115_000);
    expect(firstMs({ verdict: { says: 'same', methods: [] } }, 190_000)).toBe(60_000);
  });

  it('is all of it where that is not much more', () => {
    expect(firstMs(at(20_000), 85_000)).toBe(85_000);
    expect(firstMs(at(20_000), 20_000)).toBe(20_000);
  });
});

it('a low chart has the axis of a high one, with its ends alone', () => {
  const high = pairAxis(52, false);
  expect(high).toEqual({ from: 0, end: 60, ticks: [0, 20, 40, 60] });
  expect(pairAxis(52, true)).toEqual({ ...high, ticks: [0, 60] });
});
