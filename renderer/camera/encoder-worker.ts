import type { FrameConfig } from '../../model/camera/frame';
import { KeyFrameRule } from '../../model/camera/key-frames';
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
  /** Null until sound comes, whose rate and channels it takes. */
  #audio: AudioEncoder | null = null;

  constructor({ video, audio }: Extract<ToEncoder, { type: 'begin' }>) {
    this.#pictureUs = Math.round(1e6 / (video.framerate ?? 30));
    this.#video = new VideoEncoder({
      output: (chunk, metadata) => {
        tellConfig(videoConfigOf(metadata?.decoderConfig));
        tellFrame('video', chunk, this.#pictureUs);
      },
      error: fail,
    });
    this.#video.configure(video);
    this.#audioConfig = audio;
  }

  picture(frame: VideoFrame): void {
    if (this.#video.encodeQueueSize >= MAX_QUEUED) tell({ type: 'dropped' });
    else this.#video.encode(frame, { keyFrame: this.#keys.take(frame.timestamp) });
    frame.close();
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

  #openAudio({ sampleRate, numberOfChannels }: AudioData): AudioEncoder {
    const encoder = new AudioEncoder({
      output(chunk, metadata) {
        tellConfig(audioConfigOf(metadata?.decoderConfig));
        tellFrame('audio', chunk, SOUND_US);
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

function tellFrame(
  track: 'video' | 'audio',
  chunk: EncodedVideoChunk | EncodedAudioChunk,
  durationUs: number,
): void {
  const bytes = new Uint8Array(chunk.byteLength);
  chunk.copyTo(bytes);
  const { timestamp: timeUs, type } = chunk;
  const frame = { track, timeUs, durationUs: chunk.duration ?? durationUs, key: type === 'key' };
  tell({ type: 'frame', ...frame, bytes }, [bytes.buffer]);
}

const fail = (error: unknown): void => tell({ type: 'failed', detail: String(error) });

function tell(message: FromEncoder, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

let encoders: Encoders | null = null;

addEventListener('message', ({ data }: MessageEvent<ToEncoder>) => {
  try {
    void handle(data)?.catch(fail);
  } catch (error) {
    fail(error);
  }
});

function handle(message: ToEncoder): Promise<void> | undefined {
  switch (message.type) {
    case 'begin':
      encoders = new Encoders(message);
      return undefined;
    case 'picture':
      encoders?.picture(message.frame);
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
