import { estimateVideoBytes } from './estimate';
import { isMovingPicture, MAX_MOVING_PICTURE_MS, sidesOf, type VideoOptions } from './options';

const FULL_HD = 1920 * 1080;

/** What every frame costs, whatever its size, as a share of what one of full HD costs; the rest grows with its area. */
const FIXED_SHARE = 0.35;

/** A frame of full HD with three players, ms, measured on two slow cores without a GPU; until this computer's own is known. */
export const USUAL_PACE_MS = 100;

/** How long one frame takes as a share of one of full HD. */
function costOf({ size }: Pick<VideoOptions, 'size'>): number {
  const { width, height } = sidesOf(size);
  return FIXED_SHARE + (1 - FIXED_SHARE) * ((width * height) / FULL_HD);
}

/** The stretch of a run that becomes the video, ms, kept within the run. */
export function stretchOf(
  { fromMs = 0, toMs = Infinity }: Pick<VideoOptions, 'fromMs' | 'toMs'>,
  runLengthMs: number,
): { fromMs: number; toMs: number } {
  const from = Math.min(fromMs, runLengthMs);
  return { fromMs: from, toMs: Math.max(from, Math.min(toMs, runLengthMs)) };
}

/** Why a stretch makes no video; null when it does. */
export function stretchProblem(
  options: VideoOptions,
  runLengthMs: number,
): 'empty' | 'too-long' | null {
  const { fromMs, toMs } = stretchOf(options, runLengthMs);
  if (toMs <= fromMs) return 'empty';
  const isLong = toMs - fromMs > MAX_MOVING_PICTURE_MS;
  return isMovingPicture(options.format) && isLong ? 'too-long' : null;
}

/** What is foreseen of a video. */
export interface ForeseenVideo {
  lengthMs: number;
  frames: number;
  bytes: number;
  /** How long drawing it takes. */
  takesMs: number;
}

/** What a video of a run of this length will be; `paceMs` is what a frame of full HD takes on this computer. */
export function foreseeVideo(
  options: VideoOptions,
  runLengthMs: number,
  paceMs: number,
): ForeseenVideo {
  const { fromMs, toMs } = stretchOf(options, runLengthMs);
  const lengthMs = toMs - fromMs;
  const frames = Math.round((lengthMs * options.fps) / 1000);
  return {
    lengthMs,
    frames,
    bytes: estimateVideoBytes(options, runLengthMs),
    takesMs: frames * paceMs * costOf(options),
  };
}

/** The pace that a video shows of whose frames so many took so long; null when it says nothing. */
export function paceOf(
  options: Pick<VideoOptions, 'size'>,
  frames: number,
  tookMs: number,
): number | null {
  return frames > 0 && tookMs > 0 ? tookMs / frames / costOf(options) : null;
}
