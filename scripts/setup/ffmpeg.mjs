import { join } from 'node:path';
import { ffmpegCandidates, findFfmpeg } from '../ffmpeg-candidates.mjs';
import { SetupError } from './say.mjs';

/** Finds an ffmpeg that runs; the app finds the same one by the same order. */
export async function ensureFfmpeg(root) {
  const candidates = ffmpegCandidates({ modules: join(root, 'node_modules') });
  const { found, refusals } = await findFfmpeg(candidates);
  if (found) return found;
  const tried = refusals.map(({ source, reason }) => `${source} (${reason})`).join(', ');
  throw new SetupError(
    `FFmpeg: none runs: ${tried}. Install ffmpeg, or name one in the variable FFMPEG_BIN.`,
  );
}
