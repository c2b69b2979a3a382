import type { RunLog } from '../../../model/run/schema';
import type { VideoOptions, VideoProgress } from '../../ipc/video';

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
  /** The file of its camera's pictures, where they were kept; null for none. */
  pictures: string | null;
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
  /** The frame that was drawn last, as a PNG at most 1440 px wide; at most every two seconds. */
  onPicture?: (png: Buffer) => void;
  /** Whether its players show pictures; false where the media file is gone or another. Before the first frame. */
  onBegin?: (facts: { frames: number; pictures: boolean }) => void;
}
