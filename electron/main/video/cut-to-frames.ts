import type { Ffmpeg } from '../../media/ffmpeg';
import { FfmpegFailed } from '../../media/ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../../media/ffmpeg/ffmpeg-run';
import { cutWhole } from '../recording/whole-bytes';
import { ownFile } from './encode-args';

/**
 * Cuts what was written of a video behind its last whole piece; how many frames can be read of it, 0 where none can. Its
 * sound may go on behind them, and an ffmpeg may have taken more than a full disk has.
 */
export async function cutToFrames(ffmpeg: Ffmpeg, part: string): Promise<number> {
  await cutWhole(part);
  let count = 0;
  try {
    await runFfmpeg(ffmpeg, {
      args: [...ownFile(part), '-map', '0:v', '-c', 'copy', '-f', 'null', '-'],
      signal: new AbortController().signal,
      onProgress: ({ frames }) => (count = frames),
    });
  } catch (error) {
    if (!(error instanceof FfmpegFailed)) throw error;
  }
  return count;
}
