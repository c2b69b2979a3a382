import type { SoundCut } from './sound-cuts';

/** Sound is decoded and cut at this rate, samples a second, in two channels of 16 bits. */
export const SOUND_RATE = 48_000;
export const SOUND_CHANNELS = 2;
const SAMPLE_BYTES = SOUND_CHANNELS * 2;

/** The most silence that is made at once, samples. */
const SILENCE = new Uint8Array(SOUND_RATE * SAMPLE_BYTES);

const samplesOf = (ms: number): number => Math.round((ms * SOUND_RATE) / 1000);

/**
 * The sound of a video of so many ms, from the decoded sound of its media (signed 16 bits, interleaved), which is read
 * once, forward and to its end: whatever the length, no more than a piece of it is held. It
 * begins with its sample `from`.
 */
export async function* cutSound(
  media: AsyncIterable<Uint8Array>,
  cuts: readonly SoundCut[],
  { lengthMs, from: first = 0 }: { lengthMs: number; from?: number },
): AsyncGenerator<Uint8Array> {
  const reader = new SampleReader(media);
  let at = first;
  for (const { fromMs, toMs, mediaMs } of cuts) {
    const from = Math.max(at, samplesOf(fromMs));
    const to = samplesOf(toMs);
    if (to <= from) continue;
    yield* silence(from - at);
    await reader.skipTo(samplesOf(mediaMs) + from - samplesOf(fromMs));
    at = from;
    while (at < to) {
      const piece = await reader.take(to - at);
      if (!piece) break;
      yield piece;
      at += piece.length / SAMPLE_BYTES;
    }
  }
  yield* silence(samplesOf(lengthMs) - at);
  // What nobody hears is read all the same: a full pipe would keep its decoder waiting.
  await reader.skipTo(Infinity);
}

function* silence(samples: number): Generator<Uint8Array> {
  for (let left = samples * SAMPLE_BYTES; left > 0; left -= SILENCE.length) {
    yield SILENCE.subarray(0, Math.min(left, SILENCE.length));
  }
}

/** Whole samples out of pieces that are cut anywhere. */
class SampleReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #rest = new Uint8Array(0);
  /** Samples that were taken or skipped. */
  #at = 0;

  constructor(media: AsyncIterable<Uint8Array>) {
    this.#pieces = media[Symbol.asyncIterator]();
  }

  /** Leaves out what lies before a sample. */
  async skipTo(sample: number): Promise<void> {
    while (this.#at < sample && (await this.take(sample - this.#at)));
  }

  /** Up to so many samples; null behind the end. */
  async take(samples: number): Promise<Uint8Array | null> {
    while (this.#rest.length < SAMPLE_BYTES) {
      const next = await this.#pieces.next();
      if (next.done) return null;
      this.#rest = joined(this.#rest, next.value);
    }
    const whole = Math.floor(this.#rest.length / SAMPLE_BYTES);
    const taken = Math.min(whole, samples);
    const piece = this.#rest.subarray(0, taken * SAMPLE_BYTES);
    this.#rest = this.#rest.subarray(piece.length);
    this.#at += taken;
    return piece;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
