/** How a run of ffmpeg failed. */
export type FfmpegFailure =
  'missing' | 'disk-full' | 'killed' | 'unable' | 'limit-memory' | 'limit-time' | 'error';

/** A run of ffmpeg that did not do what it was asked; `detail` is what ffmpeg said. */
export class FfmpegFailed extends Error {
  override readonly name = 'FfmpegFailed';

  constructor(
    readonly failure: FfmpegFailure,
    readonly detail: string,
  ) {
    super(`ffmpeg: ${failure}`);
  }
}

const DISK_FULL =
  /No space left on device|not enough space on the disk|Disk quota exceeded|File too large/i;

/** A build of ffmpeg without something that is needed. */
const UNABLE = /Unknown encoder|No such filter|Filter not found|Unknown bitstream filter/i;

/** Why ffmpeg ended as it did, from its exit and its own words; null when all went well. */
export function failureOf(
  code: number | null,
  signal: NodeJS.Signals | null,
  said: string,
): FfmpegFailure | null {
  if (DISK_FULL.test(said)) return 'disk-full';
  // ffmpeg catches SIGTERM and exits in order, saying so.
  if (signal !== null || /received signal \d+/.test(said)) return 'killed';
  if (code === 0) return null;
  return UNABLE.test(said) ? 'unable' : 'error';
}
