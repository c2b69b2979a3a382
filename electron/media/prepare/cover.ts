import { rm, stat } from 'node:fs/promises';
import { FfmpegFailed } from '../ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../ffmpeg/ffmpeg-run';
import type { StreamFacts } from '../ffmpeg/ffmpeg-streams';
import { inputArgs } from '../ffmpeg/input-args';
import type { PlanRun } from './attempts';
import { prepareLimits } from './prepare-limits';
import type { Plan } from './prepare-plan';

/** The longer side of a cover, px. */
const COVER_SIDE = 512;

/** Writes the cover as a JPEG to `output`; false when there is none or it cannot be shown. Throws FfmpegFailed. */
export async function makeCover(
  { cover }: Plan,
  { ffmpeg, source, output, signal }: Pick<PlanRun, 'ffmpeg' | 'source' | 'output' | 'signal'>,
): Promise<boolean> {
  if (!cover) return false;
  try {
    const args = [...inputArgs(source.path), ...coverArgs(cover, output)];
    await runFfmpeg(ffmpeg, { args, signal, limits: prepareLimits(source.bytes, [cover]) });
    return (await stat(output)).size > 0;
  } catch (error) {
    if (signal.aborted || (error instanceof FfmpegFailed && error.failure !== 'error')) throw error;
    // A picture that cannot be decoded is no reason not to play the sound.
    await rm(output, { force: true });
    return false;
  }
}

/** ffmpeg's arguments after the input that write one picture of a stream as JPEG. */
function coverArgs({ index }: StreamFacts, output: string): string[] {
  const scale = `min(1\\,${COVER_SIDE}/max(iw\\,ih))`;
  const side = (name: string) => `max(1\\,trunc(${name}*${scale}))`;
  return [
    ...['-map', `0:${index}`, '-frames:v', '1', '-map_metadata', '-1'],
    ...['-vf', `scale=w=${side('iw')}:h=${side('ih')}`, '-pix_fmt', 'yuvj420p', '-q:v', '3'],
    ...['-c:v', 'mjpeg', '-f', 'image2', '-update', '1', '-y', `file:${output}`],
  ];
}
