import type { Ffmpeg } from '../ffmpeg';
import type { ProcessLimits } from '../process-watch';
import { FfmpegFailed } from './ffmpeg-failed';
import { inputArgs } from './input-args';
import { runFfmpeg } from './ffmpeg-run';
import { parseInput, type InputFacts } from './ffmpeg-streams';

/** Looking at an honest file takes 0.05 to 0.5 s; ten hours of a film have an index of 250 MB in memory. */
const LIMITS: ProcessLimits = { memoryBytes: 450e6, stallMs: 8_000 };

/** What ffmpeg makes of a file, and its own words. */
export async function inspectWithFfmpeg(
  ffmpeg: Ffmpeg,
  path: string,
  signal: AbortSignal,
): Promise<InputFacts & { said: string }> {
  try {
    const said = await runFfmpeg(ffmpeg, { args: inputArgs(path), signal, limits: LIMITS });
    return { ...parseInput(said), said };
  } catch (error) {
    // Without an output ffmpeg describes the input and then fails: that is the answer.
    if (!(error instanceof FfmpegFailed) || error.failure !== 'error') throw error;
    return { ...parseInput(error.detail), said: error.detail };
  }
}
