import type { Writable } from 'node:stream';
import type { NativeImage } from 'electron';
import { messageOf } from '../../../model/message-of';
import type { RunLog } from '../../../model/run/schema';
import { momentOf } from '../../../model/video/frames';
import { sidesOf, type VideoOptions } from '../../../model/video/options';
import type { Ffmpeg } from '../../media/ffmpeg';
import { FfmpegFailed } from '../../media/ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../../media/ffmpeg/ffmpeg-run';
import { encodeArgs } from './encode-args';
import { FramePace } from './frame-pace';
import type { FramePixels } from './frame-pixels';
import { stageSession } from './stage-session';
import { StageWindow } from './stage-window';
import type { VideoWatcher } from './video-job';
import type { VideoNote } from './video-note';
import { writeAll } from './video-sound';

/** What is needed to draw a video. */
export interface DrawJob {
  ffmpeg: Ffmpeg;
  log: RunLog;
  /** The file of its camera's pictures; null for none. */
  pictures: string | null;
  note: VideoNote;
  options: VideoOptions;
  /** The file of its sound; null for none. */
  sound: string | null;
}

/** Frames that were drawn and written. */
export interface DrawnFrames {
  count: number;
  poster: Buffer | null;
  /** Why it ended early; null when it did not. */
  ended: { why: 'stopped' | 'diskFull' | 'brokeOff'; message: string } | null;
}

/** Wall time between two words of progress, and between two pictures, ms. */
const PROGRESS_MS = 250;
const PICTURE_MS = 2000;

/** How wide the picture is at most that shows how far a video is, px: as wide as a full HD window has room for. */
const MAX_PICTURE_WIDTH = 1440;

/** The poster is the frame after this share of the video. */
const POSTER_SHARE = 1 / 3;

/** A video of less than this is not worth keeping when drawing it fails, frames. */
export const MIN_KEPT = 30;

/** A test may leave the number of every frame in its corner; nothing in the app can. */
const keepsStamps = (): boolean => process.env['BUFFERSCOPE_VIDEO_STAMPS'] === 'kept';

/** It was told to end. A terminal tells ffmpeg the same, which then ends first. */
const STOPPED = { why: 'stopped', message: '' } as const;

/**
 * Draws all frames of a video and writes them to its part. What ends it early while something is drawn is told in the
 * answer; what ends it before is thrown.
 */
export async function drawFrames(job: DrawJob, watcher: VideoWatcher): Promise<DrawnFrames> {
  const { ffmpeg, note, options, sound } = job;
  const drawing = new Drawing(job, watcher);
  const { size, fps, format } = options;
  const args = encodeArgs({ sides: sidesOf(size), fps, format }, sound, note.part);
  let ended: DrawnFrames['ended'] = null;
  try {
    await runFfmpeg(ffmpeg, {
      args,
      // Ending it early is ending its input: what is drawn is then written to its end.
      signal: new AbortController().signal,
      feed: (input) => drawing.drawAll(input),
      onProgress: ({ bytes }) => drawing.wrote(bytes),
    });
  } catch (error) {
    ended = watcher.signal.aborted ? STOPPED : reasonOf(error);
    if (ended.why !== 'stopped' && drawing.count < MIN_KEPT) throw error;
  }
  return { count: drawing.count, poster: drawing.poster, ended };
}

function reasonOf(error: unknown): NonNullable<DrawnFrames['ended']> {
  const isFull = error instanceof FfmpegFailed && error.failure === 'disk-full';
  return { why: isFull ? 'diskFull' : 'brokeOff', message: messageOf(error) };
}

/** The frames of one video, one after the other. */
class Drawing {
  /** Frames that the encoder has taken. */
  count = 0;
  poster: Buffer | null = null;
  readonly #job: DrawJob;
  readonly #watcher: VideoWatcher;
  readonly #pace: FramePace;
  readonly #kept = keepsStamps();
  #bytes = 0;
  #toldMs = -Infinity;
  #picturedMs = -Infinity;

  constructor(job: DrawJob, watcher: VideoWatcher) {
    this.#job = job;
    this.#watcher = watcher;
    this.#pace = new FramePace(job.note.frames.count);
  }

  /** So many bytes are written. */
  wrote(bytes: number): void {
    this.#bytes = bytes;
  }

  /** Draws every frame and hands it to the encoder, at the encoder's pace. */
  async drawAll(input: Writable): Promise<void> {
    const { note, options, log, pictures: kept } = this.#job;
    const { frames } = note;
    const stage = await StageWindow.open(sidesOf(options.size));
    try {
      const { media } = stageSession();
      const pictures = await stage.begin({
        ask: 'begin',
        log,
        theme: options.theme,
        captioned: options.captions === 'burnt',
        media: log.media.hasVideo ? await media.urlOf(media.open(log.media, kept)) : null,
        momentsMs: Array.from({ length: frames.count }, (_, i) => momentOf(frames, i)),
      });
      this.#watcher.onBegin?.({ frames: frames.count, pictures });
      await this.#drawFrames(stage, input);
    } finally {
      stage.close();
    }
  }

  async #drawFrames(stage: StageWindow, input: Writable): Promise<void> {
    const { count } = this.#job.note.frames;
    let next = grabbed(stage, 0);
    for (let frame = 0; frame < count; frame += 1) {
      const image = await next;
      // The next one is drawn and grabbed while this one is on its way, a strip at a time.
      if (frame + 1 < count) next = handled(grabbed(stage, frame + 1));
      this.#watcher.signal.throwIfAborted();
      await this.#write(input, stage.stripsOf(image));
      this.count = frame + 1;
      this.#tell(frame, () => this.#whole(stage, image));
    }
    this.#progress(count);
  }

  /** Writes one frame, whole: the drawing is ended between two. */
  async #write(input: Writable, strips: Iterable<FramePixels>): Promise<void> {
    let isFirst = true;
    for (const strip of strips) {
      if (isFirst && !this.#kept) strip.unstamp();
      isFirst = false;
      await writeAll(input, strip.bytes);
    }
  }

  /** A frame as a picture, for whoever looks at it alone. */
  #whole(stage: StageWindow, image: NativeImage): NativeImage {
    const pixels = stage.pixelsOf(image);
    if (!this.#kept) pixels.unstamp();
    return pixels.toImage();
  }

  #tell(frame: number, picture: () => NativeImage): void {
    const { count } = this.#job.note.frames;
    if (frame === Math.floor(count * POSTER_SHARE)) this.poster = picture().toPNG();
    const nowMs = performance.now();
    if (nowMs - this.#toldMs >= PROGRESS_MS) {
      this.#toldMs = nowMs;
      this.#progress(frame);
    }
    const { onPicture } = this.#watcher;
    if (!onPicture || nowMs - this.#picturedMs < PICTURE_MS) return;
    this.#picturedMs = nowMs;
    const { width } = sidesOf(this.#job.options.size);
    const shown = Math.min(MAX_PICTURE_WIDTH, width);
    onPicture(picture().resize({ width: shown, quality: 'good' }).toPNG());
  }

  #progress(frame: number): void {
    const { frames } = this.#job.note;
    this.#watcher.onProgress({
      ...this.#pace.at(frame),
      bytes: this.#bytes,
      runMs: momentOf(frames, Math.min(frame, frames.count - 1)),
    });
  }
}

/** Draws a frame and grabs it. */
async function grabbed(stage: StageWindow, frame: number): Promise<NativeImage> {
  await stage.show(frame);
  return stage.grab(frame);
}

/** A promise whose rejection is seen when it is waited for, and is no unhandled one until then. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
