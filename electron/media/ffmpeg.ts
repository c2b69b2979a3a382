import { refused } from './media-refused';

/** An ffmpeg that was run and answered. */
export interface Ffmpeg {
  /** The executable, absolute. */
  path: string;
  /** As it says itself: "7.0.2", "N-47683-g0e8eb07980-static". */
  version: string;
  /** Where it was found. */
  source: 'FFMPEG_BIN' | 'ffmpeg-static' | '@ffmpeg-installer/ffmpeg' | 'PATH';
}

/** The first ffmpeg that runs: FFMPEG_BIN, ffmpeg-static, @ffmpeg-installer/ffmpeg, PATH. Throws MediaRefused "no-ffmpeg". */
export async function findFfmpeg(env: NodeJS.ProcessEnv = process.env): Promise<Ffmpeg> {
  await Promise.resolve(env);
  throw refused('no-ffmpeg', {});
}
