import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../model/run/schema';
import {
  bandPoints,
  inOrder,
  lastMs,
  linePoints,
  valueAt,
  mostValue,
  sampleAt,
  stepMarks,
} from '../../../renderer/charts/series';

const sample = (tMs: number, receivedBytes: number, playedBytes: number): Sample => ({
  tMs,
  state: 'playing',
  readBytes: receivedBytes,
  heldBytes: 0,
  sentBytes: receivedBytes,
  receivedBytes,
  playedBytes,
  positionS: playedBytes / 1e6,
  bufferedBytes: receivedBytes - playedBytes,
  bufferedS: (receivedBytes - playedBytes) / 1e6,
  rssBytes: 60e6,
});
const lane = {
  method: 'buffering' as const,
  samples: Array.from({ length: 351 }, (_, i) =>
    sample(i * 100, Math.floor(i / 8) * 1e6, Math.max(0, i - 100) * 1e5),
  ),
};
const extent = { endS: 40, endV: 40 };

describe('series', () => {
  it('draws seconds and megabytes', () => {
    const points = linePoints(lane, 'bufferedBytes', extent);
    expect(points[0]).toEqual({ t: 0, v: 0 });
    expect(points.at(-1)).toEqual({ t: 35, v: 43 - 25 });
    expect(points.length).toBeLessThanOrEqual(150);
    const band = bandPoints(lane, extent);
    expect(band.every((row) => row.played <= row.received)).toBe(true);
  });

  it('finds the newest sample that is not later', () => {
    expect(sampleAt(lane.samples, -1)).toBeUndefined();
    expect(sampleAt(lane.samples, 150)?.tMs).toBe(100);
    expect(sampleAt(lane.samples, 1e9)?.tMs).toBe(35_000);
    expect(valueAt(lane, 'receivedBytes', 850)).toBe(1);
    expect(valueAt({ method: 'streaming', samples: [] }, 'rssBytes', 850)).toBeNull();
  });

  it('marks a line at whole steps before now', () => {
    expect(stepMarks(lane, 'receivedBytes', 10, 34_000).map((m) => m.t)).toEqual([10, 20, 30]);
    expect(stepMarks(lane, 'receivedBytes', 10, 20_000).map((m) => m.t)).toEqual([10]);
  });

  it('knows its extent and its order', () => {
    expect(lastMs([lane])).toBe(35_000);
    expect(lastMs([])).toBe(0);
    expect(mostValue([lane], 'receivedBytes')).toBe(43);
    const streaming = { method: 'streaming' as const, samples: [] };
    expect(inOrder([streaming, lane]).map((l) => l.method)).toEqual(['buffering', 'streaming']);
  });
});

describe('the delay of a camera', () => {
  const delayed = {
    ...lane,
    samples: lane.samples.slice(0, 4).map((sample, i) => ({
      ...sample,
      state: i === 0 ? ('starting' as const) : ('playing' as const),
      bufferedS: i,
      liveDelayMs: i === 1 ? null : 500 * i,
    })),
  };

  it('is told in seconds, and only of pictures that were shown', () => {
    const times = delayed.samples.map(({ tMs }) => tMs);
    expect(times.map((tMs) => valueAt(delayed, 'liveDelayMs', tMs))).toEqual([null, null, 1, 1.5]);
    expect(mostValue([delayed], 'liveDelayMs')).toBe(1.5);
    expect(linePoints(delayed, 'liveDelayMs', extent).map(({ v }) => v)).toEqual([1, 1.5]);
    expect(mostValue([delayed], 'bufferedS')).toBe(3);
  });
});
