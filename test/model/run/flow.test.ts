import { describe, expect, it } from 'vitest';
import { laneRules } from '../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { flowAt, grewWithin } from '../../../model/run/flow';
import { frameAt, NOTHING_YET, type LaneTrack } from '../../../model/run/frame';
import { loggedRules } from '../../../model/run/logged-rules';
import type { DownTime, Sample } from '../../../model/run/schema';

const source = { bytes: 1e9, largestStepBytes: 0 };

/** A lane that has sent so many bytes at these moments; true beside them: it was held back. */
function sent(
  moments: readonly (readonly [tMs: number, bytes: number, heldBack?: true])[],
  outages: DownTime[] = [],
): LaneTrack {
  const samples = moments.map(([tMs, bytes, heldBack]): Sample => ({
    ...NOTHING_YET,
    tMs,
    readBytes: bytes,
    sentBytes: bytes,
    ...(heldBack && { heldBack }),
  }));
  return {
    log: {
      rules: loggedRules(laneRules('streaming', DEFAULT_SETTINGS, source)),
      sourceBytes: source.bytes,
      samples,
      states: [],
      stalls: [],
    },
    outages,
  };
}

const flow = (track: LaneTrack, tMs: number, betweenSlices = false) =>
  flowAt(track, frameAt(track, tMs), betweenSlices);

describe('what is told of a link', () => {
  it('is the rate over the last second, however unevenly it was sampled', () => {
    const track = sent(
      Array.from({ length: 32 }, (_, i) => [i * 100, 1300 * i * 100 + (i % 2) * 30_000] as const),
    );
    expect(flow(track, 3000).rate).toBeCloseTo(1.3e6, -5);
  });

  it('begins anew after an outage, and knows no other moment than its own', () => {
    const outage = { fromMs: 1000, toMs: 5000, byHand: false };
    const track = sent(
      [
        [0, 0],
        [1000, 1000],
        [5000, 1000],
        [6000, 3000],
      ],
      [outage],
    );
    expect(flow(track, 3000).rate).toBe(0);
    expect(flow(track, 5500).rate).toBe(2000);
    expect(flow(track, 500).rate).toBe(1000);
    expect(flow(track, 5500).rate).toBe(2000);
  });

  it('goes on between the slices of a camera, whose link is idle again and again', () => {
    const track = sent([
      [0, 0],
      [500, 1000],
      [1000, 1000],
      [3000, 1000],
    ]);
    expect(flow(track, 1000, true).rate).toBe(1000);
    expect(flow(track, 3000, true).rate).toBe(0);
    expect(flow(track, 900).rate).toBe(0);
  });

  it('keeps telling of backpressure between two chunks', () => {
    const track = sent([
      [0, 0],
      [100, 0, true],
      [400, 300],
      [700, 600],
      [1000, 900],
    ]);
    expect(flow(track, 50).held).toBe(true);
    expect(flow(track, 400).held).toBe(true);
    expect(flow(track, 800).held).toBe(false);
  });
});

describe('bytes that pass a gate', () => {
  it('are told a moment longer than they pass', () => {
    const { samples } = sent([
      [0, 0],
      [900, 0],
      [1000, 10],
      [3000, 10],
    ]).log;
    const passes = (tMs: number, lastMs = 300) => grewWithin(samples, 'readBytes', tMs, lastMs);
    expect(passes(900)).toBe(false);
    expect(passes(1000)).toBe(true);
    expect(passes(1290)).toBe(true);
    expect(passes(1301)).toBe(false);
    expect(passes(1301, 1200)).toBe(true);
    expect(passes(500)).toBe(false);
  });
});
