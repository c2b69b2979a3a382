import type { Ffmpeg } from '../../media/ffmpeg';
import { FfmpegFailed } from '../../media/ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../../media/ffmpeg/ffmpeg-run';
import { ownFile } from './encode-args';

/**
 * How many frames can be read from what was written of a video; 0 where nothing can. Its sound may go on behind them,
 * and an ffmpeg may have taken more than a full disk has.
 */
export async function framesIn(ffmpeg: Ffmpeg, part: string): Promise<number> {
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
