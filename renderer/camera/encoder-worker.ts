import { CaptureClock } from '../../model/camera/capture-clock';
import type { FrameConfig } from '../../model/camera/frame';
import { KeyFrameRule } from '../../model/camera/key-frames';
import type { CapturedFrame } from './capture-messages';
import type { FromEncoder, ToEncoder } from './encoder-messages';

/** A picture that finds so many before it that are not encoded yet is dropped: live pictures do not queue. */
const MAX_QUEUED = 3;

/** Sound comes 20 ms at a time, microseconds: an Opus packet. */
const SOUND_US = 20_000;

/** Encodes pictures and sound away from everything that the window draws. */
class Encoders {
  readonly #keys = new KeyFrameRule();
  readonly #video: VideoEncoder;
  readonly #audioConfig: { codec: string; bitrate: number };
  readonly #pictureUs: number;
  readonly #clock = new CaptureClock();
  /** When what was captured at a capture time was captured, window ms, until it is encoded. */
  readonly #captured = new Map<number, number>();
  #lastUs = -1;
  /** What was lost before the first picture, or while nothing is encoded, is nobody's loss. */
  #counting = false;
  /** Null until sound comes, whose rate and channels it takes. */
  #audio: AudioEncoder | null = null;

  constructor({ video, audio, pictures, atMs }: Extract<ToEncoder, { type: 'begin' }>) {
    this.#pictureUs = Math.round(1e6 / (video.framerate ?? 30));
    this.#video = new VideoEncoder({
      output: (chunk, metadata) => {
        tellConfig(videoConfigOf(metadata?.decoderConfig));
        this.#tellPicture(chunk);
      },
      error: fail,
    });
    this.#video.configure(video);
    this.#audioConfig = audio;
    this.#clock.start(atMs);
    pictures.onmessage = ({ data }: MessageEvent<CapturedFrame>) =>
      trying(() => this.#picture(data));
  }

  pause(atMs: number): void {
    this.#clock.pause(atMs);
    this.#counting = false;
  }

  continue(atMs: number): void {
    this.#clock.continue(atMs);
  }

  sound(data: AudioData): void {
    if (!this.#audio) {
      tell({ type: 'sound-begins' });
      this.#audio = this.#openAudio(data);
    }
    this.#audio.encode(data);
    data.close();
  }

  keyFrame(): void {
    this.#keys.request();
  }

  /** An encoder of sound counts on from its first packet: behind a gap a new one begins. */
  soundGap(): void {
    this.#audio?.close();
    this.#audio = null;
  }

  async end(): Promise<void> {
    await Promise.all([this.#video.flush(), this.#audio?.flush()]);
    tell({ type: 'ended' });
  }

  #picture({ frame, capturedMs, lost }: CapturedFrame): void {
    const timeUs = this.#clock.timeUs(capturedMs);
    // One from just before it went on is not after those from before the pause.
    if (timeUs === null || timeUs <= this.#lastUs) return frame.close();
    this.#lastUs = timeUs;
    if (lost > 0 && this.#counting) tell({ type: 'dropped', by: 'capture', pictures: lost });
    this.#counting = true;
    if (this.#video.encodeQueueSize >= MAX_QUEUED) {
      tell({ type: 'dropped', by: 'encoder', pictures: 1 });
    } else {
      const timed = new VideoFrame(frame, { timestamp: timeUs });
      this.#captured.set(timeUs, capturedMs);
      this.#video.encode(timed, { keyFrame: this.#keys.take(timeUs) });
      timed.close();
    }
    frame.close();
  }

  #tellPicture(chunk: EncodedVideoChunk): void {
    const { timestamp: timeUs, type } = chunk;
    const capturedMs = this.#captured.get(timeUs);
    if (capturedMs === undefined) return;
    // Live pictures come out in order: those from before this one never will, to keep to the bits a second.
    const before = [...this.#captured.keys()].filter((each) => each < timeUs);
    if (before.length > 0) tell({ type: 'dropped', by: 'encoder', pictures: before.length });
    for (const each of [...before, timeUs]) this.#captured.delete(each);
    const bytes = bytesOf(chunk);
    const durationUs = chunk.duration ?? this.#pictureUs;
    const frame = {
      track: 'video',
      timeUs,
      durationUs,
      key: type === 'key',
      bytes,
      capturedMs,
    } as const;
    tell({ type: 'picture', frame }, [bytes.buffer]);
  }

  #openAudio({ sampleRate, numberOfChannels }: AudioData): AudioEncoder {
    const encoder = new AudioEncoder({
      output(chunk, metadata) {
        tellConfig(audioConfigOf(metadata?.decoderConfig));
        const bytes = bytesOf(chunk);
        tell({ type: 'sound', durationUs: chunk.duration ?? SOUND_US, bytes }, [bytes.buffer]);
      },
      error: fail,
    });
    encoder.configure({ ...this.#audioConfig, sampleRate, numberOfChannels });
    return encoder;
  }
}

function videoConfigOf(config: VideoDecoderConfig | undefined): FrameConfig | null {
  if (!config) return null;
  const { codec, codedWidth: width = 0, codedHeight: height = 0, description } = config;
  return { track: 'video', codec, width, height, ...headOf(description) };
}

function audioConfigOf(config: AudioDecoderConfig | undefined): FrameConfig | null {
  if (!config) return null;
  const { codec, sampleRate, numberOfChannels: channels, description } = config;
  return { track: 'audio', codec, sampleRate, channels, ...headOf(description) };
}

/** A copy of a codec's own head, where it has one. */
function headOf(head: AllowSharedBufferSource | undefined): {
  description?: Uint8Array<ArrayBuffer>;
} {
  if (!head) return {};
  const bytes = ArrayBuffer.isView(head)
    ? new Uint8Array(head.buffer, head.byteOffset, head.byteLength)
    : new Uint8Array(head);
  return { description: Uint8Array.from(bytes) };
}

function tellConfig(config: FrameConfig | null): void {
  if (config) tell({ type: 'config', config });
}

function bytesOf(chunk: EncodedVideoChunk | EncodedAudioChunk): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunk.byteLength);
  chunk.copyTo(bytes);
  return bytes;
}

const fail = (error: unknown): void => tell({ type: 'failed', detail: String(error) });

function tell(message: FromEncoder, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

let encoders: Encoders | null = null;

addEventListener('message', ({ data }: MessageEvent<ToEncoder>) => {
  trying(() => handle(data));
});

/** Does what it is told; an encoder that does not bear it says so. */
function trying(work: () => Promise<void> | undefined | void): void {
  try {
    void work()?.catch(fail);
  } catch (error) {
    fail(error);
  }
}

function handle(message: ToEncoder): Promise<void> | undefined {
  switch (message.type) {
    case 'begin':
      encoders = new Encoders(message);
      return undefined;
    case 'pause':
      encoders?.pause(message.atMs);
      return undefined;
    case 'continue':
      encoders?.continue(message.atMs);
      return undefined;
    case 'sound':
      encoders?.sound(message.data);
      return undefined;
    case 'key-frame':
      encoders?.keyFrame();
      return undefined;
    case 'sound-gap':
      encoders?.soundGap();
      return undefined;
    case 'end':
      return encoders?.end();
  }
}
