import type { WebContents } from 'electron';
import { bufferFigure, secondsFigure } from '../../../model/figures';
import { messageOf } from '../../../model/message-of';
import type { Mark } from '../../../model/run/marks';
import { startOfFrame, type VideoFrames } from '../../../model/video/frames';
import { MAX_STAMP } from '../../../model/video/frame-stamp';
import type { WindowVideoProgress, WindowVideoResult } from '../../ipc/window-video-requests';
import { findFfmpeg, type Ffmpeg } from '../../media/ffmpeg';
import { FfmpegFailed } from '../../media/ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../../media/ffmpeg/ffmpeg-run';
import { say } from '../../words';
import { beginPart } from '../video/begin-part';
import { deleteBrokenOff } from '../video/broken-off';
import { checkPlace } from '../video/check-job';
import { encodeArgs } from '../video/encode-args';
import { finishVideo } from '../video/finish-video';
import { cutToFrames } from '../video/cut-to-frames';
import { VideoError } from '../video/video-error';
import { freeBytes } from '../video/video-files';
import { changeNote, type VideoNote } from '../video/video-note';
import { videoTexts } from '../video/video-texts';
import { WindowFrames, WINDOW_FPS } from './window-frames';

/** A video of a window, as it is shown. */
export interface WindowVideoJob {
  page: WebContents;
  /** What the video calls itself. */
  title: string;
  /** Where it is to be, absolute. */
  file: string;
  format: 'mp4' | 'webm';
  /** Replaces a file of that name; without it one that is there refuses the job. */
  force: boolean;
  /** Where a note of it lies while it is written, as of every video. */
  notes: string;
}

/** Who hears of it, and says when it ends. */
export interface WindowVideoWatcher {
  /** `abort('keep')` keeps what is there, `abort('delete')` leaves nothing. */
  signal: AbortSignal;
  /** Its first frame was taken, ms since 1970. */
  onBegin: (beganMs: number) => void;
  /** Once a second. */
  onProgress: (progress: WindowVideoProgress) => void;
  /** What was said and marked since its first frame. */
  marks: () => readonly Mark[];
}

/** With less than this on its disk none is begun, and it ends when no more is left than it needs to be made regular. */
const MIN_FREE_BYTES = 200e6;
const SPARE_BYTES = 50e6;

/** How often its disk is looked at, and its note written anew, ms. */
const LOOK_MS = 1000;

/**
 * Makes a video of a window at 30 frames a second until it is told to end: each frame is taken when its moment comes,
 * one for which that fails shows the picture before it, and is counted. While it is written it lies beside its place,
 * plays, and a crash leaves it to the next start, as with any other video. Null when nothing was to be kept; throws a
 * VideoError when there is nothing to keep.
 */
export async function recordWindow(
  job: WindowVideoJob,
  watcher: WindowVideoWatcher,
): Promise<WindowVideoResult | null> {
  const { page, file, format, force, notes, title } = job;
  await checkPlace(file, { force, needed: MIN_FREE_BYTES });
  const ffmpeg = await findFfmpeg().catch(() => {
    throw new VideoError('no-ffmpeg', say('video.noFfmpeg'));
  });
  const frames = await WindowFrames.begin(page).catch((error: unknown) => {
    throw new VideoError('failed', say('windowVideo.noPicture', { message: messageOf(error) }));
  });
  // What is said stands in the window, and so in the picture.
  const options = { format, captions: 'burnt' } as const;
  const known = { title, file, options, frames: foreseen(MAX_STAMP) };
  const note = await beginPart(notes, { ...known, captions: [], metadata: '' });
  const recording = new Recording(job, watcher, { ffmpeg, frames, note });
  try {
    return await recording.run();
  } catch (error) {
    await deleteBrokenOff(notes, note.id);
    throw error instanceof VideoError
      ? error
      : new VideoError('failed', say('windowVideo.failed', { message: messageOf(error) }));
  }
}

/** So many frames, the first at the beginning. */
const foreseen = (count: number): VideoFrames => ({ fps: WINDOW_FPS, count, fromMs: 0 });

/** One video while it is made. */
class Recording {
  readonly #job: WindowVideoJob;
  readonly #watcher: WindowVideoWatcher;
  readonly #ffmpeg: Ffmpeg;
  readonly #frames: WindowFrames;
  readonly #stop = new AbortController();
  #note: VideoNote;
  #bytes = 0;
  #looking: Promise<void> | null = null;
  /** Why it ends although nobody has told it to, one sentence. */
  #early: string | null = null;

  constructor(
    job: WindowVideoJob,
    watcher: WindowVideoWatcher,
    { ffmpeg, frames, note }: { ffmpeg: Ffmpeg; frames: WindowFrames; note: VideoNote },
  ) {
    this.#job = job;
    this.#watcher = watcher;
    this.#ffmpeg = ffmpeg;
    this.#frames = frames;
    this.#note = note;
  }

  async run(): Promise<WindowVideoResult | null> {
    const { signal } = this.#watcher;
    const end = (): void => this.#stop.abort();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    const lookTimer = setInterval(() => {
      this.#looking ??= this.#look().finally(() => (this.#looking = null));
    }, LOOK_MS);
    try {
      await this.#encode();
    } finally {
      clearInterval(lookTimer);
      signal.removeEventListener('abort', end);
    }
    await this.#looking;
    if (signal.reason === 'delete') {
      await deleteBrokenOff(this.#job.notes, this.#note.id);
      return null;
    }
    return this.#finish();
  }

  async #encode(): Promise<void> {
    const { format } = this.#job;
    const { sides, beganMs } = this.#frames;
    const args = encodeArgs({ sides, fps: WINDOW_FPS, format, live: true }, null, this.#note.part);
    this.#watcher.onBegin(performance.timeOrigin + beganMs);
    try {
      await runFfmpeg(this.#ffmpeg, {
        args,
        // Ending it is ending its input: what came is then written to its end.
        signal: new AbortController().signal,
        feed: (input) => this.#frames.writeAll(input, this.#stop.signal),
        onProgress: ({ bytes }) => (this.#bytes = bytes),
      });
    } catch (error) {
      const isFull = error instanceof FfmpegFailed && error.failure === 'disk-full';
      if (this.#frames.frames < WINDOW_FPS) throw error;
      this.#early = isFull
        ? say('windowVideo.diskFull')
        : say('windowVideo.brokeOff', { message: messageOf(error) });
    }
  }

  async #finish(): Promise<WindowVideoResult> {
    const { notes, force } = this.#job;
    const there = await cutToFrames(this.#ffmpeg, this.#note.part);
    const count = Math.min(this.#frames.frames, there);
    if (count === 0) throw new VideoError('failed', say('windowVideo.empty'));
    this.#note = this.#noteOf(count);
    const drawn = { note: this.#note, notes, frames: count, poster: null, force };
    const { file, bytes, durationMs, beside } = await finishVideo(this.#ffmpeg, drawn);
    const { dropped } = this.#frames;
    return { file, bytes, durationMs, frames: count, dropped, beside, early: this.#early };
  }

  /** Tells how far it is, looks at its disk, and notes what a crash would leave without its words. */
  async #look(): Promise<void> {
    const { frames, dropped } = this.#frames;
    const elapsedMs = startOfFrame(foreseen(frames), frames);
    this.#watcher.onProgress({ frames, dropped, elapsedMs, bytes: this.#bytes });
    const free = await freeBytes(this.#note.part);
    if (free !== null && free < this.#bytes + SPARE_BYTES && this.#early === null) {
      const gaps = { free: bufferFigure(free), at: secondsFigure(elapsedMs) };
      this.#early = say('windowVideo.noRoom', gaps);
      this.#stop.abort();
    }
    this.#note = this.#noteOf(frames);
    // One that cannot be noted is recorded all the same.
    await changeNote(this.#job.notes, this.#note).catch(() => undefined);
  }

  /** The note of a video of so many frames, with all that is known to belong in it. */
  #noteOf(count: number): VideoNote {
    const { dropped } = this.#frames;
    const gaps = { fps: WINDOW_FPS, frames: count, dropped };
    const comment = say('windowVideo.comment', gaps);
    const said = { marks: [...this.#watcher.marks()], link: { outages: [] } };
    const told = { title: this.#job.title, comment, frames: foreseen(count), inFiles: true };
    return { ...this.#note, ...videoTexts(said, told) };
  }
}
