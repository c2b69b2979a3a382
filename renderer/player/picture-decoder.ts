import type { VideoFrameConfig } from '../../model/camera/frame';
import type { ArrivedFrame } from '../../model/camera/frame-buffer';
import { faultOfException, type PlayerFault } from './media-error';

/** A picture that can be shown. Who has it closes it. */
export interface DecodedPicture {
  picture: VideoFrame;
  frame: ArrivedFrame;
  /** When it was given to the decoder and came out of it, window ms. */
  givenMs: number;
  decodedMs: number;
}

/** Decodes frames of one track of pictures in order; after a jump it begins with a key frame. */
export class PictureDecoder {
  readonly #failed: (fault: PlayerFault) => void;
  readonly #decoded: (decoded: DecodedPicture) => void;
  #decoder: VideoDecoder | null = null;
  #config: VideoFrameConfig | null = null;
  /** Frames in the decoder, by their time, and since when. */
  readonly #given = new Map<number, { frame: ArrivedFrame; givenMs: number }>();

  constructor(decoded: (picture: DecodedPicture) => void, failed: (fault: PlayerFault) => void) {
    this.#decoded = decoded;
    this.#failed = failed;
  }

  /** Frames that have been given and have not come out. */
  get pending(): number {
    return this.#given.size;
  }

  /** What the frames from now on are decoded by. */
  configure(config: VideoFrameConfig): void {
    this.#config = config;
    this.reset();
  }

  decode(frame: ArrivedFrame): void {
    if (!this.#config) return;
    this.#decoder ??= this.#open(this.#config);
    this.#given.set(frame.timeUs, { frame, givenMs: performance.now() });
    const { timeUs: timestamp, durationUs: duration, key, bytes: data } = frame;
    this.#decoder.decode(
      new EncodedVideoChunk({ type: key ? 'key' : 'delta', timestamp, duration, data }),
    );
  }

  /** Settles when all that was given has come out. */
  async flush(): Promise<void> {
    await this.#decoder?.flush();
  }

  /** Forgets what is being decoded; what follows begins with a key frame. */
  reset(): void {
    if (this.#decoder && this.#decoder.state !== 'closed') this.#decoder.close();
    this.#decoder = null;
    this.#given.clear();
  }

  /** What came out, and with it all from before that never will: pictures come in order. */
  #take(timeUs: number): { frame: ArrivedFrame; givenMs: number } | undefined {
    const given = this.#given.get(timeUs);
    for (const each of this.#given.keys()) {
      if (each > timeUs) break;
      this.#given.delete(each);
    }
    return given;
  }

  #open({ codec, width, height, description }: VideoFrameConfig): VideoDecoder {
    const decoder = new VideoDecoder({
      output: (picture) => {
        const given = this.#take(picture.timestamp);
        if (!given || decoder !== this.#decoder) return picture.close();
        this.#decoded({ picture, ...given, decodedMs: performance.now() });
      },
      error: (error) => {
        if (decoder === this.#decoder) {
          this.#failed({ ...faultOfException(error), code: 'decoder' });
        }
      },
    });
    decoder.configure({
      codec,
      codedWidth: width,
      codedHeight: height,
      optimizeForLatency: true,
      ...(description && { description }),
    });
    return decoder;
  }
}
