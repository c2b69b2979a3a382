import { describe, expect, it } from 'vitest';
import type { LaneLog } from '../../../model/run/schema';
import { figuresAt, PeakMemory } from '../../../model/run/figures-at';

const sample = (tMs: number, rssBytes: number): LaneLog['samples'][number] => ({
  tMs,
  state: 'playing',
  readBytes: 0,
  heldBytes: 0,
  sentBytes: 0,
  receivedBytes: 0,
  playedBytes: 0,
  positionS: 0,
  bufferedBytes: 0,
  bufferedS: 0,
  rssBytes,
});

const log = (more: Partial<LaneLog>): LaneLog => ({
  method: 'streaming',
  state: 'playing',
  startupDelayMs: 800,
  stalls: [
    { atMs: 14_000, durationMs: 3000, positionS: 12, cause: '' },
    { atMs: 31_000, durationMs: null, positionS: 26, cause: '' },
  ],
  stallCount: 2,
  stallTotalMs: 8000,
  endedMs: null,
  readBytes: 0,
  sentBytes: 0,
  receivedBytes: 0,
  playedBytes: 0,
  sha256: null,
  memory: { baselineRssBytes: 0, peakRssBytes: 0, peakHeldBytes: 0 },
  events: [],
  samples: [],
  error: null,
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

describe('peak memory', () => {
  it('is that up to the moment, also after stepping back', () => {
    const samples = [sample(0, 50), sample(100, 80), sample(200, 60)];
    const peak = new PeakMemory();
    expect(peak.at(log({ samples }), 50)).toBe(50);
    expect(peak.at(log({ samples }), 250)).toBe(80);
    expect(peak.at(log({ samples }), 99)).toBe(50);
    samples.push(sample(300, 90));
    expect(peak.at(log({ samples }), 300)).toBe(90);
  });

  it('begins again with another run', () => {
    const peak = new PeakMemory();
    peak.at(log({ samples: [sample(0, 90)] }), 10);
    expect(peak.at(log({ samples: [sample(0, 40)] }), 10)).toBe(40);
  });
});
