import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { secondsFigure, sizeFigure } from '../../../model/figures';
import { MAX_STAMP } from '../../../model/video/frame-stamp';
import { framesOf, lengthOf, type VideoFrames } from '../../../model/video/frames';
import {
  isMovingPicture,
  MAX_MOVING_PICTURE_MS,
  type VideoOptions,
} from '../../../model/video/options';
import { isThere } from '../../free-name';
import { say } from '../../words';
import { VideoError } from './video-error';
import { freeBytes } from './video-files';

/** The frames of a video of a run so long. Throws a VideoError for a stretch that makes none. */
export function checkedFrames(options: VideoOptions, runLengthMs: number): VideoFrames {
  const frames = framesOrNull(options, runLengthMs);
  if (!frames) {
    const { fromMs = 0, toMs = runLengthMs } = options;
    const [from, to, length] = [fromMs, toMs, runLengthMs].map(secondsFigure);
    const gaps = { from: from ?? '', to: to ?? '', length: length ?? '' };
    throw new VideoError('bad-range', say('video.noStretch', gaps));
  }
  // Half a frame more comes of rounding.
  const frameMs = 1000 / frames.fps;
  if (isMovingPicture(options.format) && lengthOf(frames) > MAX_MOVING_PICTURE_MS + frameMs / 2) {
    const gaps = { format: options.format, most: secondsFigure(MAX_MOVING_PICTURE_MS) };
    throw new VideoError('bad-range', say('video.tooLong', gaps));
  }
  if (frames.count > MAX_STAMP) {
    throw new VideoError('bad-range', say('video.tooManyFrames', { most: MAX_STAMP }));
  }
  return frames;
}

function framesOrNull(options: VideoOptions, runLengthMs: number): VideoFrames | null {
  try {
    return framesOf(options, runLengthMs);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Throws a VideoError where a video that needs so many bytes cannot be written, or would take the place of another file.
 */
export async function checkPlace(
  file: string,
  { force, needed }: { force: boolean; needed: number },
): Promise<void> {
  if (!force && (await isThere(file)))
    throw new VideoError('exists', say('video.exists', { file }));
  await access(dirname(file), constants.W_OK | constants.X_OK).catch(
    (error: NodeJS.ErrnoException) => {
      const gaps = { file, code: error.code ?? String(error) };
      throw new VideoError('cannot-write', say('video.cannotWrite', gaps));
    },
  );
  const free = await freeBytes(file);
  if (free === null || free >= needed) return;
  const gaps = { file, needed: sizeFigure(needed), free: sizeFigure(free) };
  throw new VideoError('no-room', say('video.noRoom', gaps));
}
