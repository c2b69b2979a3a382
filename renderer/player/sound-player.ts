import type { AudioFrameConfig } from '../../model/camera/frame';
import type { ArrivedFrame } from '../../model/camera/frame-buffer';
import { SoundSchedule } from '../../model/camera/sound-schedule';
import { Distribution, type Spread } from '../../model/camera/distribution';

/** Where the picture is: the moment of the window's clock, ms, at which a capture time is due, microseconds. */
export interface PictureClock {
  dueMs(timeUs: number): number;
  /** How much faster than the clock it moves. */
  readonly rate: number;
}

/** Sound so far from a picture does not say when that picture's own is heard, ms: the lane was not heard then. */
const MAX_APART_MS = 500;

/** Decodes the sound of a lane that is heard, and plays each piece when its picture is due. */
export class SoundPlayer {
  readonly #clock: PictureClock;
  readonly #schedule = new SoundSchedule();
  readonly #playing = new Set<AudioBufferSourceNode>();
  readonly #off = new Distribution();
  /** The newest piece that was placed: its capture time, microseconds, and when it is heard, window ms. */
  #placed: { timeUs: number; heardMs: number } | null = null;
  #config: AudioFrameConfig | null = null;
  #context: AudioContext | null = null;
  #gain: GainNode | null = null;
  #decoder: AudioDecoder | null = null;
  #volume = 1;

  constructor(clock: PictureClock) {
    this.#clock = clock;
  }

  /** How far from its sound each picture was shown, ms, over all that had sound with them; null before the first. */
  get off(): Spread | null {
    return this.#off.figures;
  }

  /** A picture of this capture time, microseconds, is on the screen at a moment of the window's clock, ms. */
  shown(timeUs: number, shownMs: number): void {
    if (!this.#placed) return;
    const apartMs = (timeUs - this.#placed.timeUs) / 1000 / this.#clock.rate;
    if (Math.abs(apartMs) > MAX_APART_MS) return;
    this.#off.add(Math.abs(shownMs - (this.#placed.heardMs + apartMs)));
  }

  configure(config: AudioFrameConfig): void {
    this.#config = config;
    this.#closeDecoder();
  }

  setVolume(volume: number): void {
    this.#volume = volume;
    if (this.#gain) this.#gain.gain.value = volume;
  }

  play(frame: ArrivedFrame): void {
    if (!this.#config) return;
    this.#decoder ??= this.#open(this.#config);
    const { timeUs: timestamp, durationUs: duration, bytes: data } = frame;
    this.#decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, duration, data }));
  }

  /** Silence from now on; what follows is placed anew. */
  stop(): void {
    this.#closeDecoder();
    for (const node of this.#playing) node.stop();
    this.#playing.clear();
    this.#placed = null;
    this.#schedule.reset();
  }

  dispose(): void {
    this.stop();
    void this.#context?.close();
    this.#context = null;
    this.#gain = null;
  }

  #closeDecoder(): void {
    if (this.#decoder && this.#decoder.state !== 'closed') this.#decoder.close();
    this.#decoder = null;
  }

  #open({ codec, sampleRate, channels, description }: AudioFrameConfig): AudioDecoder {
    const decoder = new AudioDecoder({
      output: (data) => {
        if (decoder === this.#decoder) this.#place(data);
        data.close();
      },
      // Sound that cannot be decoded is left out: the picture goes on.
      error: () => (this.#decoder = null),
    });
    decoder.configure({
      codec,
      sampleRate,
      numberOfChannels: channels,
      ...(description && { description }),
    });
    return decoder;
  }

  #place(data: AudioData): void {
    const context = (this.#context ??= this.#openContext());
    const { rate } = this.#clock;
    const dueMs = this.#clock.dueMs(data.timestamp);
    const dueS = this.#outputS(context, dueMs);
    const durationS = data.duration / 1e6 / rate;
    const placed = this.#schedule.place(dueS, durationS, context.currentTime);
    if (!placed) return;
    this.#placed = { timeUs: data.timestamp, heardMs: dueMs + placed.offS * 1000 };
    const node = new AudioBufferSourceNode(context, { buffer: bufferOf(context, data) });
    node.playbackRate.value = rate;
    node.connect(this.#gain ?? context.destination);
    node.onended = () => this.#playing.delete(node);
    node.start(placed.atS);
    // One that is not started cannot be stopped.
    this.#playing.add(node);
  }

  /** The moment on the context's clock that is heard at a moment of the window's, seconds. */
  #outputS(context: AudioContext, windowMs: number): number {
    const { contextTime, performanceTime } = context.getOutputTimestamp();
    if (contextTime === undefined || !performanceTime) {
      return context.currentTime + (windowMs - performance.now()) / 1000 - context.outputLatency;
    }
    return contextTime + (windowMs - performanceTime) / 1000;
  }

  #openContext(): AudioContext {
    const context = new AudioContext({ latencyHint: 'interactive' });
    this.#gain = new GainNode(context, { gain: this.#volume });
    this.#gain.connect(context.destination);
    return context;
  }
}

function bufferOf(context: AudioContext, data: AudioData): AudioBuffer {
  const { numberOfChannels, numberOfFrames: length, sampleRate } = data;
  const buffer = context.createBuffer(numberOfChannels, length, sampleRate);
  for (let channel = 0; channel < numberOfChannels; channel += 1) {
    const options: AudioDataCopyToOptions = { planeIndex: channel, format: 'f32-planar' };
    const samples = new Float32Array(length);
    data.copyTo(samples, options);
    buffer.copyToChannel(samples, channel);
  }
  return buffer;
}
