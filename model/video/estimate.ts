import { isMovingPicture, sidesOf, type VideoOptions } from './options';

/** Bytes a frame of a full HD picture takes on the average, measured; smaller and larger ones by their area. */
const FRAME_BYTES = { mp4: 9_000, webm: 9_000, webp: 40_000, gif: 120_000 } as const;
const FULL_HD = 1920 * 1080;

/** Bytes a second of sound. */
const SOUND_BYTES = 16_000;

/** What a video of so long a run takes, bytes, with room to spare: no video that was measured took more. */
export function estimateVideoBytes(options: VideoOptions, runLengthMs: number): number {
  const { fromMs = 0, toMs = runLengthMs, size, fps, format, sound } = options;
  const { width, height } = sidesOf(size);
  const seconds = Math.max(0, toMs - fromMs) / 1000;
  const picture = seconds * fps * FRAME_BYTES[format] * ((width * height) / FULL_HD);
  const heard = sound !== 'none' && !isMovingPicture(format);
  return Math.ceil(picture + (heard ? seconds * SOUND_BYTES : 0));
}

/** What must be free on a disk before a video is begun, bytes: in the end it is written anew beside what was drawn. */
export const roomNeeded = (options: VideoOptions, runLengthMs: number): number =>
  2 * estimateVideoBytes(options, runLengthMs);
