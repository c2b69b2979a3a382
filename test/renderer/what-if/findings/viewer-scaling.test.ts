import { describe, expect, it } from 'vitest';
import type { LaneLog, RunLog } from '../../../../model/run/schema';
import {
  measuredCosts,
  memoryFor,
  ruleCosts,
} from '../../../../renderer/what-if/findings/viewer-scaling';

const lane = (change: Partial<LaneLog>): LaneLog => ({ error: null, ...change }) as LaneLog;
const log = (lanes: LaneLog[]): RunLog =>
  ({ media: { name: 'film.mp4', deliveredBytes: 100 }, lanes }) as RunLog;
const memory = (held: number) => ({
  baselineRssBytes: 50,
  peakRssBytes: 40 + held,
  peakHeldBytes: held,
});

describe('what one viewer costs', () => {
  it('comes from the run: held, and what the process grew by, never below 0', () => {
    const costs = measuredCosts(
      log([
        lane({ method: 'streaming', readBytes: 60, memory: memory(2) }),
        lane({ method: 'full-buffer', readBytes: 100, memory: memory(100) }),
      ]),
    );
    expect(costs).toEqual({
      measured: 'film.mp4',
      costs: [
        { method: 'full-buffer', heldBytes: 100, grownBytes: 90 },
        { method: 'streaming', heldBytes: 2, grownBytes: 0 },
      ],
    });
  });

  it('is not known before anything was held, of a lane that failed, or of a half-read file', () => {
    expect(measuredCosts(null)).toBeNull();
    expect(measuredCosts(log([lane({ method: 'streaming', memory: memory(0) })]))).toBeNull();
    const half = lane({ method: 'full-buffer', readBytes: 50, memory: memory(50) });
    expect(measuredCosts(log([half]))).toBeNull();
  });

  it('is a rule and no measurement before a run', () => {
    const stallTotalMs = { mean: 0, min: 0, max: 0 };
    const point = {
      method: 'buffering' as const,
      startupDelayMs: null,
      stallTotalMs,
      heldBytes: 5,
    };
    expect(ruleCosts([point])).toEqual({
      measured: null,
      costs: [{ method: 'buffering', heldBytes: 5, grownBytes: null }],
    });
  });
});

describe('memory on paper', () => {
  it('is viewers times one', () => expect(memoryFor(10_000, 2e6)).toBe(20e9));
});
