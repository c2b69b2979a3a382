import { describe, expect, it } from 'vitest';
import { laneRules } from '../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { NOTHING_YET } from '../../../model/run/frame';
import { LaneRecorder } from '../../../model/run/recorder';
import type { LaneLog } from '../../../model/run/schema';
import { figuresAt, memoryAt, memoryOverRest } from '../../../model/run/figures-at';

const sample = (tMs: number, rssBytes: number): LaneLog['samples'][number] => ({
  ...NOTHING_YET,
  tMs,
  state: 'playing',
  rssBytes,
});

const RULES = laneRules('streaming', DEFAULT_SETTINGS, { bytes: 1000, largestStepBytes: 0 });

const log = (more: Partial<LaneLog>): LaneLog => ({
  ...new LaneRecorder(RULES, 1000).log(),
  state: 'playing',
  startupDelayMs: 800,
  stalls: [
    { atMs: 14_000, durationMs: 3000, positionS: 12, cause: '' },
    { atMs: 31_000, durationMs: null, positionS: 26, cause: '' },
  ],
  stallCount: 2,
  stallTotalMs: 8000,
  ...more,
});

describe('figures of a moment', () => {
  it('are those of the past, not of the whole run', () => {
    expect(figuresAt(log({}), 500)).toEqual({
      startupDelayMs: null,
      stallCount: 0,
      stallTotalMs: 0,
    });
    expect(figuresAt(log({}), 15_000)).toMatchObject({ startupDelayMs: 800, stallTotalMs: 1000 });
    expect(figuresAt(log({}), 36_000)).toMatchObject({ stallCount: 2, stallTotalMs: 8000 });
  });
});

describe('memory over rest', () => {
  const memory = { baselineRssBytes: 100e6, peakRssBytes: 0, peakHeldBytes: 0 };

  it('is what the process took at a moment beyond what it takes at rest', () => {
    const samples = [sample(0, 100e6), sample(100, 198e6), sample(200, 150e6), sample(300, 0)];
    const at = (tMs: number) => memoryAt(log({ samples, memory }), tMs);
    expect(at(50)).toEqual({ restBytes: 100e6, wholeBytes: 100e6, overBytes: 0 });
    expect(at(100)?.overBytes).toBe(98e6);
    // A process that has gone is told of as it was.
    expect(at(400)?.overBytes).toBe(50e6);
  });

  it('is nothing below rest, and not known before it has been measured', () => {
    expect(memoryOverRest(100e6, 99e6)?.overBytes).toBe(0);
    expect(memoryOverRest(0, 99e6)).toBeNull();
    expect(memoryAt(log({ samples: [], memory }), 1000)).toBeNull();
  });
});
