import { join } from 'node:path';
import {
  ffmpegCandidates,
  findFfmpeg as findAmong,
  type FfmpegCandidate,
} from '../../scripts/ffmpeg-candidates.mjs';
import { appFolder, unpacked } from './app-folder';
import { mediaError } from './media-error';

/** An ffmpeg that was run and answered. */
export interface Ffmpeg {
  /** The executable; a bare name when it is found on the PATH. */
  path: string;
  /** As it says itself: "7.0.2", "N-47683-g0e8eb07980-static". */
  version: string;
  source: FfmpegCandidate['source'];
}

/** The first ffmpeg that runs: FFMPEG_BIN, ffmpeg-static, @ffmpeg-installer/ffmpeg, PATH. Throws MediaRefused "no-ffmpeg". */
export async function findFfmpeg(env: NodeJS.ProcessEnv = process.env): Promise<Ffmpeg> {
  const modules = unpacked(join(appFolder(), 'node_modules'));
  const { found, refusals } = await findAmong(ffmpegCandidates({ modules, env }));
  if (found) return found;
  const tried = refusals.map(({ source, reason }) => `${source}: ${reason}`);
  throw mediaError('no-ffmpeg', {}, tried.join('\n'));
}
