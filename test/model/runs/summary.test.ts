import { describe, expect, it } from 'vitest';
import { overCap } from '../../../model/runs/over-cap';
import { curvePoints, runSummarySchema, summaryOf } from '../../../model/runs/summary';
import { madeLog, madeRun } from './made-runs';

describe('the summary of a run', () => {
  const summary = summaryOf(madeRun(madeLog('dropouts:1.3MB/s@3-6')), { id: 'a', bytes: 10 });

  it('is what its schema says', () => {
    expect(runSummarySchema.parse(summary)).toEqual(summary);
  });

  it('tells delay and stalls of every lane, and the outages', () => {
    expect(summary.outages).toEqual([{ fromMs: 3000, toMs: 6000, byHand: false }]);
    const streaming = summary.lanes.find(({ method }) => method === 'streaming');
    expect(streaming).toMatchObject({ stallCount: 1, error: null });
    expect(streaming?.stalls).toHaveLength(1);
  });

  it('draws occupancy in half seconds up to the end of each lane, 20 MB at the top', () => {
    const full = summary.lanes.find(({ method }) => method === 'full-buffer');
    const points = curvePoints(full?.curve ?? '');
    expect(points.length).toBe(Math.floor((full?.endedMs ?? 0) / 500) + 1);
    expect(points[0]).toEqual({ x: 0, y: 0 });
    const most = Math.max(...points.map(({ y }) => y));
    expect(most).toBeCloseTo(0.5, 1);
  });

  it('goes no further than a minute', () => {
    const long = summaryOf(madeRun(madeLog('constant:0.9MB/s', { seconds: 100 })), {
      id: 'b',
      bytes: 1,
    });
    for (const { curve, stalls } of long.lanes) {
      expect(curve.length).toBeLessThanOrEqual(121);
      for (const [fromMs] of stalls) expect(fromMs).toBeLessThan(60_000);
    }
  });
});

describe('runs over the cap', () => {
  const run = (id: string, startedMs: number, pinned = false) => ({
    id,
    startedMs,
    pinned,
    bytes: 10,
  });
  it.each([
    [100, []],
    [40, []],
    [39, ['a']],
    [29, ['a', 'c']],
    [0, ['a', 'c']],
  ])('of %d bytes: the oldest unpinned go, never the newest', (cap, gone) => {
    const runs = [run('d', 4), run('a', 1), run('b', 2, true), run('c', 3)];
    expect(overCap(runs, cap)).toEqual(gone);
  });
});
