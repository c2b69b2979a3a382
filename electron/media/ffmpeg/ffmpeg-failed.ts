import { channel } from 'node:diagnostics_channel';

/** How a run of ffmpeg failed. */
export type FfmpegFailure =
  | 'missing'
  | 'disk-full'
  | 'disk-error'
  | 'killed'
  | 'unable'
  | 'limit-memory'
  | 'limit-time'
  | 'error';

/** The channel of `node:diagnostics_channel` on which every failed run is told, whoever runs ffmpeg. */
export const FFMPEG_FAILED = 'bufferscope.ffmpeg-failed';

/** What is told there. */
export type FailedFfmpeg = Pick<FfmpegFailed, 'failure' | 'detail'>;

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

/** The error of a run that failed, which is told on the channel with it. */
export function failed(failure: FfmpegFailure, detail: string): FfmpegFailed {
  channel(FFMPEG_FAILED).publish({ failure, detail } satisfies FailedFfmpeg);
  return new FfmpegFailed(failure, detail);
}

const DISK_FULL =
  /No space left on device|not enough space on the disk|Disk quota exceeded|File too large/i;

/** The system's own words for EIO, of what is read and of what is written. */
const DISK_ERROR = /: Input\/output error/i;

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
  if (DISK_ERROR.test(said)) return 'disk-error';
  return UNABLE.test(said) ? 'unable' : 'error';
}
