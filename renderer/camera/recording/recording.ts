import type { IndexPoint } from '../../../model/media/types';
import { LIVE_AUDIO_BITS, LIVE_MIME, LIVE_VIDEO_BITS } from '../../../model/camera/live-media';
import { SLICE_MS } from '../../../model/camera/live-rules';
import { WebmClock } from '../../../model/camera/webm-clock';

/** A picture that stands by itself comes at least this often, ms: a player can go on from there, and let go up to there. */
const KEYFRAME_MS = 1000;

/** A piece of a recording as it came; all slices in order are one WebM. */
export interface Slice {
  data: Uint8Array<ArrayBuffer>;
  /** The recording's length with it, bytes and seconds. */
  endBytes: number;
  endS: number;
}

/** The recorder's options, which TypeScript does not know all of (MediaStream Recording, 2.2). */
interface RecorderOptions extends MediaRecorderOptions {
  videoKeyFrameIntervalDuration: number;
}

/** One recording of a capture, from its first picture, slice by slice. */
export class Recording {
  readonly #recorder: MediaRecorder;
  readonly #clock = new WebmClock();
  readonly #index: IndexPoint[] = [{ bytes: 0, seconds: 0 }];
  readonly #listeners = new Set<(slice: Slice) => void>();
  readonly #stopped: Promise<void>;
  #started = false;
  /** Slices are handed over in order, each when it has been read. */
  #handed: Promise<void> = Promise.resolve();

  /** `failed` is called when no more can be recorded, with the browser's own word. */
  constructor(
    stream: MediaStream,
    private readonly failed: (detail: string) => void,
  ) {
    const options: RecorderOptions = {
      mimeType: LIVE_MIME,
      videoBitsPerSecond: LIVE_VIDEO_BITS,
      audioBitsPerSecond: LIVE_AUDIO_BITS,
      videoKeyFrameIntervalDuration: KEYFRAME_MS,
    };
    this.#recorder = new MediaRecorder(stream, options);
    this.#recorder.addEventListener('dataavailable', ({ data }) => {
      this.#handed = this.#handed.then(() => this.#hand(data)).catch(this.#fail);
    });
    this.#recorder.addEventListener('error', ({ error }) => this.#fail(error));
    this.#stopped = new Promise((resolve) => {
      this.#recorder.addEventListener('stop', () => resolve());
    });
  }

  /** Which byte ends which second, for what has not been forgotten; it grows. */
  get index(): readonly IndexPoint[] {
    return this.#index;
  }

  get bytes(): number {
    return this.#index.at(-1)?.bytes ?? 0;
  }

  get seconds(): number {
    return this.#index.at(-1)?.seconds ?? 0;
  }

  /** Calls back with every slice from now on; the returned function ends that. */
  subscribe(listener: (slice: Slice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    this.#started = true;
    this.#recorder.start(SLICE_MS);
  }

  pause(): void {
    if (this.#recorder.state === 'recording') this.#recorder.pause();
  }

  continue(): void {
    if (this.#recorder.state === 'paused') this.#recorder.resume();
  }

  /** Ends the recording; settles when its last slice has been handed over. */
  async stop(): Promise<void> {
    if (!this.#started) return;
    // With its last track it ends by itself.
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
    await this.#stopped;
    await this.#handed;
  }

  /** What lies before this moment has been played everywhere and need not be found again, seconds. */
  forget(beforeS: number): void {
    const kept = this.#index.findIndex(({ seconds }) => seconds >= beforeS);
    if (kept > 1) this.#index.splice(0, kept - 1);
  }

  readonly #fail = (error: unknown): void => this.failed(String(error));

  async #hand(blob: Blob): Promise<void> {
    if (blob.size === 0) return;
    const data = new Uint8Array(await blob.arrayBuffer());
    const endS = this.#clock.push(data);
    const endBytes = this.bytes + data.length;
    this.#index.push({ bytes: endBytes, seconds: endS });
    for (const listener of this.#listeners) listener({ data, endBytes, endS });
  }
}
