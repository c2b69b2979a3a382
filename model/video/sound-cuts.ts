import type { LaneLog, Sample } from '../run/schema';
import { firstAfter } from '../run/frame';
import { lengthOf, type VideoFrames } from './frames';

/** A stretch of a video, ms of it, in which the media is heard from `mediaMs` on; between stretches there is silence. */
export interface SoundCut {
  fromMs: number;
  toMs: number;
  mediaMs: number;
}

/** Sound may be so far from the position that was measured before it is cut anew, ms at the run's usual speed. */
const DRIFT_MS = 60;

/**
 * Where a lane's sound is in a video of its run: cut by the stretches in which its player played, silent while it
 * waited or stalled. Ascending in the video and in the media.
 */
export function soundCuts(
  lane: Pick<LaneLog, 'states' | 'samples'>,
  frames: VideoFrames,
  speed = 1,
): SoundCut[] {
  const endMs = frames.fromMs + lengthOf(frames);
  const played = lane.states.flatMap(({ tMs, state }, i) => {
    const toMs = lane.states[i + 1]?.tMs ?? Infinity;
    return state === 'playing' ? playedCuts(lane.samples, tMs, toMs, DRIFT_MS * speed) : [];
  });
  let mediaMs = 0;
  return played.flatMap((cut) => {
    const fromMs = Math.max(cut.fromMs, frames.fromMs);
    const toMs = Math.min(cut.toMs, endMs);
    if (toMs <= fromMs) return [];
    // A position is measured with a little error, and nothing is heard twice for it.
    const startMs = Math.max(mediaMs, cut.mediaMs + fromMs - cut.fromMs);
    mediaMs = startMs + toMs - fromMs;
    return [{ fromMs: fromMs - frames.fromMs, toMs: toMs - frames.fromMs, mediaMs: startMs }];
  });
}

/** Cuts of one stretch of playing, on the run's clock: a new one wherever position and clock have come apart. */
function playedCuts(
  samples: readonly Sample[],
  fromMs: number,
  toMs: number,
  driftMs: number,
): SoundCut[] {
  const within = samples.slice(firstAfter(samples, fromMs), firstAfter(samples, toMs));
  const cuts: SoundCut[] = [];
  let aheadMs = within[0] ? aheadOf(within[0]) : null;
  let startMs = fromMs;
  const cut = (endMs: number): void => {
    if (aheadMs === null || endMs <= startMs) return;
    const mediaMs = Math.max(0, startMs + aheadMs);
    cuts.push({ fromMs: startMs, toMs: endMs, mediaMs });
  };
  for (const sample of within) {
    const ahead = aheadOf(sample);
    if (Math.abs(ahead - (aheadMs ?? ahead)) <= driftMs) continue;
    cut(sample.tMs);
    startMs = sample.tMs;
    aheadMs = ahead;
  }
  cut(Math.min(toMs, Number.isFinite(toMs) ? toMs : (within.at(-1)?.tMs ?? fromMs)));
  return cuts;
}

/** How far the media is ahead of the run's clock, ms; below 0 where playing began later. */
const aheadOf = ({ positionS, tMs }: Sample): number => positionS * 1000 - tMs;
