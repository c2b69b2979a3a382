import type { EncodedFrame, VideoFrameConfig } from '../../model/camera/frame';

/** Decodes a picture that was played before, for a run that stands; a newer wish overtakes an older one. */
export class StepDecoder {
  readonly #draw: (picture: VideoFrame) => Promise<unknown>;
  #config: VideoFrameConfig | null = null;
  #decoder: VideoDecoder | null = null;

  /** The picture is closed once it is drawn. */
  constructor(draw: (picture: VideoFrame) => Promise<unknown>) {
    this.#draw = draw;
  }

  configure(config: VideoFrameConfig): void {
    this.#config = config;
  }

  /** Shows the last of these frames, which begin with a key frame; settles when it is drawn or overtaken. */
  async show(frames: readonly EncodedFrame[]): Promise<void> {
    this.dispose();
    if (!this.#config || frames.length === 0) return;
    let last: VideoFrame | null = null;
    const decoder = new VideoDecoder({
      output(picture) {
        last?.close();
        last = picture;
      },
      // A moment that cannot be shown leaves the picture that is there.
      error: () => undefined,
    });
    this.#decoder = decoder;
    const { codec, width, height, description } = this.#config;
    const size = { codedWidth: width, codedHeight: height };
    decoder.configure({ codec, ...size, ...(description && { description }) });
    for (const { timeUs: timestamp, key, bytes: data } of frames) {
      decoder.decode(new EncodedVideoChunk({ type: key ? 'key' : 'delta', timestamp, data }));
    }
    await decoder.flush().catch(() => undefined);
    const shown = last as VideoFrame | null;
    if (shown && this.#decoder === decoder) await this.#draw(shown);
    shown?.close();
    if (decoder.state !== 'closed') decoder.close();
  }

  dispose(): void {
    if (this.#decoder && this.#decoder.state !== 'closed') this.#decoder.close();
    this.#decoder = null;
  }
}
