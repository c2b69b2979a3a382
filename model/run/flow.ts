import { lastBackMs } from './down-time';
import { firstAfter, type LaneFrame, type LaneTrack } from './frame';
import type { Sample } from './schema';

/** The rate is told over this much of the run, ms: over one sample it is mostly the sampling that shows. */
const WINDOW_MS = 1000;
/** Being held back between two chunks is still told for this long, ms. */
const HELD_MS = 600;

/** Counters of a sample, each of which only grows. */
type Count = 'readBytes' | 'sentBytes';

/** What a lane's link carried lately: its rate, bytes per second, and whether it was held back. */
export interface Flow {
  rate: number;
  held: boolean;
}

/**
 * What is said of a lane's link at the moment of a frame: over the last second, or since it last began to carry.
 * A camera's link is idle between any two slices, which is no news (`betweenSlices`); a file's is when there is
 * nothing to send.
 */
export function flowAt(track: LaneTrack, frame: LaneFrame, betweenSlices = false): Flow {
  const { tMs, link, rate, sentBytes } = frame;
  const idle = link === 'idle' && !betweenSlices;
  if (idle || link === 'outage' || link === 'cut') return { rate, held: false };
  const { samples } = track.log;
  const backMs = lastBackMs(track.outages, tMs);
  const fromMs = carryingSince(samples, tMs, Math.max(tMs - WINDOW_MS, backMs, 0), betweenSlices);
  const spanMs = tMs - fromMs;
  const held = link === 'held-back' || heldWithin(samples, Math.max(tMs - HELD_MS, backMs), tMs);
  return {
    rate: spanMs > 0 ? ((sentBytes - countAt(samples, 'sentBytes', fromMs)) / spanMs) * 1000 : rate,
    held: held && link !== 'done',
  };
}

/** Whether credit, not the link, limited sending at some moment in (fromMs, toMs]. */
export function heldWithin(samples: readonly Sample[], fromMs: number, toMs: number): boolean {
  for (let i = Math.min(firstAfter(samples, toMs), samples.length - 1); i > 0; i--) {
    const sample = samples[i];
    if (!sample || sample.tMs <= fromMs) return false;
    if (sample.heldBack) return true;
  }
  return false;
}

/** Whether a counter has grown within the last so many ms before tMs. */
export function grewWithin(
  samples: readonly Sample[],
  count: Count,
  tMs: number,
  lastMs: number,
): boolean {
  return countAt(samples, count, tMs) > countAt(samples, count, tMs - lastMs);
}

/** A counter at a moment, between two samples by share of the time; 0 before the first. */
export function countAt(samples: readonly Sample[], count: Count, tMs: number): number {
  const next = firstAfter(samples, tMs);
  const before = samples[next - 1];
  const after = samples[next];
  if (!before) return 0;
  if (!after) return before[count];
  const share = (tMs - before.tMs) / (after.tMs - before.tMs);
  return before[count] + (after[count] - before[count]) * share;
}

/** Since when, at fromMs at the earliest, the link has carried something in every sample's time. */
function carryingSince(
  samples: readonly Sample[],
  tMs: number,
  fromMs: number,
  betweenSlices: boolean,
): number {
  let sinceMs = tMs;
  for (let i = Math.min(firstAfter(samples, tMs), samples.length - 1); i > 0; i--) {
    const [before, after] = [samples[i - 1], samples[i]];
    if (!before || !after || sinceMs <= fromMs) break;
    const carried = after.sentBytes > before.sentBytes || after.heldBack === true;
    if (!carried && !betweenSlices) break;
    sinceMs = Math.min(sinceMs, before.tMs);
  }
  return Math.max(sinceMs, fromMs);
}
