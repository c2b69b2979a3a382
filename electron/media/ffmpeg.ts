import { existsSync } from 'node:fs';
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
  /** The executable, absolute. */
  path: string;
  /** As it says itself: "7.0.2", "N-47683-g0e8eb07980-static". */
  version: string;
  source: FfmpegCandidate['source'];
}

/** What was found, by what FFMPEG_BIN and the PATH were then: proving it anew for each file takes up to 0.3 s. */
const found = new Map<string, Ffmpeg>();

/** The first ffmpeg that runs, in the order of `ffmpegCandidates`. Throws MediaRefused "no-ffmpeg". */
export async function findFfmpeg(env: NodeJS.ProcessEnv = process.env): Promise<Ffmpeg> {
  const asked = JSON.stringify([env.FFMPEG_BIN, env.PATH]);
  const before = found.get(asked);
  if (before && existsSync(before.path)) return before;
  const modules = unpacked(join(appFolder(), 'node_modules'));
  const { found: first, refusals } = await findAmong(ffmpegCandidates({ modules, env }));
  if (first) {
    found.set(asked, first);
    return first;
  }
  const tried = refusals.map(({ source, reason }) => `${source}: ${reason}`);
  throw mediaError('no-ffmpeg', {}, tried.join('\n'));
}
