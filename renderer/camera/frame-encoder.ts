import { CaptureClock, SoundClock } from '../../model/camera/capture-clock';
import type { DroppedFrames, EncodedFrame, FrameConfig, Track } from '../../model/camera/frame';
import { LIVE_AUDIO_BITS, videoBitsOf } from '../../model/camera/live-media';
import { PICTURE_CODECS, type PictureCodec } from '../../model/camera/recording-kind';
import type { FromEncoder, ToEncoder } from './encoder-messages';
import type { FrameListener, FrameSource } from './frame-source';
import type { Capture } from './shared-captures';
import { SoundReader } from './sound-reader';

type Captured = Pick<EncodedFrame, 'timeUs' | 'capturedMs'>;

/** Encodes one capture, once, from its start: every picture and every 20 ms of sound becomes a frame. */
export class FrameEncoder implements FrameSource {
  readonly dropped: DroppedFrames = { capture: 0, encoder: 0 };
  readonly #capture: Capture;
  readonly #codec: PictureCodec;
  readonly #failed: (detail: string) => void;
  readonly #worker = new Worker(new URL('./encoder-worker.ts', import.meta.url), {
    type: 'module',
  });
  readonly #clock = new CaptureClock();
  readonly #soundClock = new SoundClock();
  readonly #configs = new Map<Track, FrameConfig>();
  readonly #listeners = new Set<FrameListener>();
  /** When what was captured at a capture time was captured, window ms, until it is encoded. */
  readonly #captured = new Map<number, number>();
  readonly #ended: Promise<void>;
  #settleEnded!: () => void;
  #leave: () => void = () => undefined;
  #sound: SoundReader | null = null;
  /** The sound before has ended: what comes next does not join on to it. */
  #soundGap = true;
  /** What comes out of the encoder is of the sound behind the last gap. */
  #soundBegun = false;
  /** Capture time of the newest sound; no frame's is less than that of the frame before. */
  #soundUs = -1;
  #paintedMs: number | null = null;
  #stopped = false;

  /** `failed` is called when no more can be encoded, with the browser's own word. */
  constructor(capture: Capture, codec: PictureCodec, failed: (detail: string) => void) {
    this.#capture = capture;
    this.#codec = codec;
    this.#failed = failed;
    this.#ended = new Promise((resolve) => (this.#settleEnded = resolve));
    this.#worker.onmessage = ({ data }: MessageEvent<FromEncoder>) => this.#hear(data);
    this.#worker.onerror = ({ message }) => this.#fail(message);
  }

  /** The first picture from now on is the first frame; capture time begins. */
  start(): void {
    const { width, height, perSecond, sound } = this.#capture;
    this.#tell({
      type: 'begin',
      video: {
        codec: PICTURE_CODECS[this.#codec],
        width,
        height,
        bitrate: videoBitsOf(this.#capture),
        framerate: perSecond,
        latencyMode: 'realtime',
        ...(this.#codec === 'h264' && { avc: { format: 'avc' } }),
      },
      audio: { codec: 'opus', bitrate: LIVE_AUDIO_BITS },
    });
    this.#clock.start(performance.now());
    this.#leave = this.#capture.onPicture((canvas, ms) => this.#picture(canvas, ms));
    this.#sound = new SoundReader(sound, (data) => this.#heard(data));
  }

  /** Nothing is encoded until it goes on, and capture time stands. */
  pause(): void {
    this.#clock.pause(performance.now());
    this.#paintedMs = null;
    this.#soundGap = true;
  }

  continue(): void {
    this.#clock.continue(performance.now());
  }

  subscribe(listener: FrameListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  requestKeyFrame(): void {
    this.#tell({ type: 'key-frame' });
  }

  stop(): Promise<void> {
    if (!this.#stopped) {
      this.#stopped = true;
      this.#leave();
      this.#sound?.close();
      if (this.#sound) this.#tell({ type: 'end' });
      else this.#end();
    }
    return this.#ended;
  }

  #picture(canvas: HTMLCanvasElement, paintedMs: number): void {
    const timeUs = this.#clock.timeUs(paintedMs);
    if (timeUs === null) return;
    const everyMs = 1000 / this.#capture.perSecond;
    const lostPictures = Math.round((paintedMs - (this.#paintedMs ?? paintedMs)) / everyMs) - 1;
    this.dropped.capture += Math.max(0, lostPictures);
    this.#paintedMs = paintedMs;
    this.#captured.set(timeUs, paintedMs);
    const frame = new VideoFrame(canvas, { timestamp: timeUs, duration: everyMs * 1000 });
    this.#tell({ type: 'picture', frame }, [frame]);
  }

  #heard(data: AudioData): void {
    const heardMs = performance.now();
    if (this.#clock.timeUs(heardMs) === null) return data.close();
    if (this.#soundGap) {
      this.#tell({ type: 'sound-gap' });
      this.#soundClock.restart();
      this.#soundGap = false;
      this.#soundBegun = false;
    }
    this.#soundClock.given(data.duration / 1000, heardMs);
    this.#tell({ type: 'sound', data }, [data]);
  }

  #hear(message: FromEncoder): void {
    switch (message.type) {
      case 'config':
        this.#configs.set(message.config.track, message.config);
        return;
      case 'frame':
        return this.#hand(message);
      case 'sound-begins':
        this.#soundBegun = true;
        return;
      case 'dropped':
        this.dropped.encoder += 1;
        return;
      case 'failed':
        return this.#fail(message.detail);
      case 'ended':
        return this.#end();
    }
  }

  #hand(message: Extract<FromEncoder, { type: 'frame' }>): void {
    const config = this.#configs.get(message.track);
    const captured = message.track === 'video' ? this.#seen(message) : this.#soundOf(message);
    if (!config || !captured) return;
    const { track, durationUs, key, bytes } = message;
    const frame = { track, durationUs, key, bytes, ...captured, encodedMs: performance.now() };
    for (const listener of this.#listeners) listener(frame, config);
  }

  /** When an encoded picture was captured; pictures that were dropped before it are forgotten. */
  #seen({ timeUs }: { timeUs: number }): Captured | null {
    const capturedMs = this.#captured.get(timeUs);
    for (const key of this.#captured.keys()) {
      if (key > timeUs) break;
      this.#captured.delete(key);
    }
    return capturedMs === undefined ? null : { timeUs, capturedMs };
  }

  /** When encoded sound was captured; null where it belongs to what was before a gap. */
  #soundOf({ durationUs }: { durationUs: number }): Captured | null {
    if (!this.#soundBegun) return null;
    const capturedMs = this.#soundClock.encoded(durationUs / 1000);
    const timeUs = this.#clock.timeUs(capturedMs);
    if (timeUs === null) return null;
    this.#soundUs = Math.max(this.#soundUs + 1, timeUs);
    return { timeUs: this.#soundUs, capturedMs };
  }

  #fail(detail: string): void {
    this.#end();
    this.#failed(detail);
  }

  #end(): void {
    this.#stopped = true;
    this.#leave();
    this.#sound?.close();
    this.#worker.terminate();
    this.#settleEnded();
  }

  #tell(message: ToEncoder, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }
}
