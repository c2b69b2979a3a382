/** Pieces of sound, 10 ms each, that wait for a window that is busy: without a number, Chromium loses more than ten. */
const MAX_WAITING = 200;

/** Hands over a track's sound as it comes; each piece belongs to the callback, which closes or transfers it. */
export class SoundReader {
  readonly #reader: ReadableStreamDefaultReader<AudioData>;
  readonly #track: MediaStreamTrack;
  #closed = false;

  constructor(track: MediaStreamTrack, heard: (data: AudioData) => void) {
    // A reader that is let go stops its track: the capture's own goes on.
    this.#track = track.clone();
    const processor = new MediaStreamTrackProcessor({
      track: this.#track as MediaStreamAudioTrack,
      maxBufferSize: MAX_WAITING,
    });
    this.#reader = processor.readable.getReader();
    void this.#read(heard);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#track.stop();
    void this.#reader.cancel().catch(() => undefined);
  }

  async #read(heard: (data: AudioData) => void): Promise<void> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return;
      if (this.#closed) return value.close();
      heard(value);
    }
  }
}
