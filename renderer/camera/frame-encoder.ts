import { CaptureClock, SoundClock } from '../../model/camera/capture-clock';
import type { DroppedFrames, EncodedFrame, FrameConfig, Track } from '../../model/camera/frame';
import { LIVE_AUDIO_BITS, videoBitsOf } from '../../model/camera/live-media';
import { PICTURE_CODECS, type PictureCodec } from '../../model/camera/recording-kind';
import type { FromEncoder, ToEncoder } from './encoder-messages';
import type { FrameListener, FrameSource } from './frame-source';
import type { Capture } from './shared-captures';
import { SoundReader } from './sound-reader';

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
    // Pictures go from one worker to the other: what the window is busy with delays none.
    const { port1, port2 } = new MessageChannel();
    const atMs = performance.now();
    const begin: ToEncoder = {
      type: 'begin',
      pictures: port2,
      atMs,
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
    };
    this.#tell(begin, [port2]);
    this.#clock.start(atMs);
    this.#leave = this.#capture.feed(port1);
    this.#sound = new SoundReader(sound, (data) => this.#heard(data));
  }

  /** Nothing is encoded until it goes on, and capture time stands. */
  pause(): void {
    const atMs = performance.now();
    this.#clock.pause(atMs);
    this.#tell({ type: 'pause', atMs });
    this.#soundGap = true;
  }

  continue(): void {
    const atMs = performance.now();
    this.#clock.continue(atMs);
    this.#tell({ type: 'continue', atMs });
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
      case 'picture':
        return this.#hand(message.frame);
      case 'sound':
        return this.#handSound(message);
      case 'sound-begins':
        this.#soundBegun = true;
        return;
      case 'dropped':
        this.dropped[message.by] += message.pictures;
        return;
      case 'failed':
        return this.#fail(message.detail);
      case 'ended':
        return this.#end();
    }
  }

  #hand(frame: Omit<EncodedFrame, 'encodedMs'>): void {
    const config = this.#configs.get(frame.track);
    if (!config) return;
    const encoded = { ...frame, encodedMs: performance.now() };
    for (const listener of this.#listeners) listener(encoded, config);
  }

  /** Sound that belongs to what was before a gap is left out. */
  #handSound({ durationUs, bytes }: Extract<FromEncoder, { type: 'sound' }>): void {
    if (!this.#soundBegun) return;
    const capturedMs = this.#soundClock.encoded(durationUs / 1000);
    const timeUs = this.#clock.timeUs(capturedMs);
    if (timeUs === null) return;
    this.#soundUs = Math.max(this.#soundUs + 1, timeUs);
    this.#hand({ track: 'audio', timeUs: this.#soundUs, durationUs, key: true, bytes, capturedMs });
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
