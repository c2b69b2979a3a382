import { DECODER_S, PLAYABLE_S } from '../delivery/player-machine';
import type { IndexPoint } from './types';

/** A byte-to-time map as `MediaInfo` carries it: ascending points from {0, 0}. */
export type MediaIndex = readonly IndexPoint[];

/** Bytes of media up to a position in seconds, linear between points, within the index. */
export function bytesAt(index: MediaIndex, seconds: number): number {
  return between(index, 'seconds', 'bytes', seconds);
}

/** Position in seconds up to which `bytes` reach, linear between points, within the index. */
export function secondsAt(index: MediaIndex, bytes: number): number {
  return between(index, 'bytes', 'seconds', bytes);
}

/** Seconds that can be played once `bytes` have arrived: the last whole step. */
export function playableSecondsAt(index: MediaIndex, bytes: number): number {
  const i = lastAtMost(index, 'bytes', bytes);
  return index[i]?.seconds ?? 0;
}

/**
 * The most bytes that may have to lie ahead of a playhead, wherever it stands, before it can move: the largest
 * fragment and what is left of the one before it, so that PLAYABLE_S can be played, or DECODER_S of media, which a
 * decoder takes in while a fragment still arrives.
 */
export function largestStepBytes(index: MediaIndex): number {
  let largest = 0;
  for (let i = 1; i < index.length; i++) {
    const point = index[i];
    const before = index[i - 1];
    if (!point || !before) continue;
    const step = point.bytes - bytesAt(index, before.seconds - PLAYABLE_S);
    // Bytes over time bend at points alone: the largest window begins or ends at one.
    const from = bytesAt(index, before.seconds + DECODER_S) - before.bytes;
    const to = point.bytes - bytesAt(index, point.seconds - DECODER_S);
    largest = Math.max(largest, step, from, to);
  }
  return largest;
}

type Ruler = 'bytes' | 'seconds';

function between(index: MediaIndex, from: Ruler, to: Ruler, value: number): number {
  return interpolate(index, lastAtMost(index, from, value), from, to, value);
}

function interpolate(index: MediaIndex, i: number, from: Ruler, to: Ruler, value: number): number {
  const low = index[i];
  if (!low) return 0;
  const high = index[i + 1];
  if (!high || value <= low[from]) return low[to];
  return low[to] + ((high[to] - low[to]) * (value - low[from])) / (high[from] - low[from]);
}

/** Index of the last point whose ruler reads at most `value`; 0 when all lie above. */
function lastAtMost(index: MediaIndex, ruler: Ruler, value: number): number {
  let low = 0;
  let high = index.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((index[middle]?.[ruler] ?? Infinity) <= value) low = middle;
    else high = middle;
  }
  return low;
}
