/** Where an ffmpeg may be, and who says so. */
export interface FfmpegCandidate {
  source: 'FFMPEG_BIN' | 'ffmpeg-static' | '@ffmpeg-installer/ffmpeg' | 'PATH';
  path: string;
}
export type Ffmpeg = FfmpegCandidate & { version: string };
export type FfmpegRefusal = FfmpegCandidate & { reason: string };

export function ffmpegCandidates(where: {
  modules: string;
  env?: Record<string, string | undefined>;
  platform?: string;
  arch?: string;
}): FfmpegCandidate[];
export function proveFfmpeg(candidate: FfmpegCandidate): Promise<Ffmpeg | FfmpegRefusal>;
export function findFfmpeg(
  candidates: FfmpegCandidate[],
): Promise<{ found: Ffmpeg | null; refusals: FfmpegRefusal[] }>;
