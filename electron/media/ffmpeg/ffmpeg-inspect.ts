import type { Ffmpeg } from '../ffmpeg';
import { FfmpegFailed } from './ffmpeg-failed';
import { runFfmpeg } from './ffmpeg-run';
import { parseInput, type InputFacts } from './ffmpeg-streams';

/** Arguments that name an input file: only this file is read, whatever it holds and however it is called. */
export function inputArgs(path: string): string[] {
  return ['-protocol_whitelist', 'file,pipe', '-i', `file:${path}`];
}

/** What ffmpeg makes of a file, and its own words. */
export async function inspectWithFfmpeg(
  ffmpeg: Ffmpeg,
  path: string,
  signal: AbortSignal,
): Promise<InputFacts & { said: string }> {
  try {
    const said = await runFfmpeg(ffmpeg, { args: inputArgs(path), signal });
    return { ...parseInput(said), said };
  } catch (error) {
    // Without an output ffmpeg describes the input and then fails: that is the answer.
    if (!(error instanceof FfmpegFailed) || error.failure !== 'error') throw error;
    return { ...parseInput(error.detail), said: error.detail };
  }
}
