import type { VideoOptions } from './options';

/** The frames of a video, and the moments of the run that they show. */
export interface VideoFrames {
  fps: number;
  count: number;
  /** The moment that the first shows, ms of the run's clock. */
  fromMs: number;
}

/** The frames of a stretch of a run; `toMs` is kept within the run. Throws a RangeError for a stretch without a frame. */
export function framesOf(
  { fps, fromMs = 0, toMs = Infinity }: Pick<VideoOptions, 'fps' | 'fromMs' | 'toMs'>,
  runLengthMs: number,
): VideoFrames {
  const count = Math.round(((Math.min(toMs, runLengthMs) - fromMs) * fps) / 1000);
  if (count < 1) throw new RangeError(`No frame from ${String(fromMs)} ms on`);
  return { fps, count, fromMs };
}

/** The moment that a frame shows, from 0, ms of the run's clock. */
export const momentOf = ({ fps, fromMs }: VideoFrames, frame: number): number =>
  fromMs + (frame * 1000) / fps;

/** What is taken for a moment that a frame shows exactly, ms: shares of a second are no whole numbers. */
const SAME_MS = 1e-6;

/** The first frame that shows what has been so since a moment of the run, within [0, count]. */
export function frameFrom({ fps, count, fromMs }: VideoFrames, runMs: number): number {
  const frame = Math.ceil(((runMs - fromMs - SAME_MS) * fps) / 1000);
  return Math.min(count, Math.max(0, frame));
}

/** Where a frame begins in the video, or where it ends if it is the last and one is added, ms. */
export const startOfFrame = ({ fps }: Pick<VideoFrames, 'fps'>, frame: number): number =>
  (frame * 1000) / fps;

/** How long the video is, ms. */
export const lengthOf = (frames: VideoFrames): number => startOfFrame(frames, frames.count);
