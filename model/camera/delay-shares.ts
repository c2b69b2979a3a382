/** When a picture that is shown was where, window ms. */
export interface PictureTimes {
  capturedMs: number;
  encodedMs: number;
  arrivedMs: number;
  /** When the decoder was given it, and when it gave the picture. */
  givenMs: number;
  decodedMs: number;
  shownMs: number;
}

/** Where the time between capture and screen went, ms. */
export interface Shares {
  encoderMs: number;
  /** The reader, what it holds, and the link. */
  linkMs: number;
  /** Waiting, before it is decoded and after. */
  bufferMs: number;
  decoderMs: number;
}

/** The same shares, each as `of` makes it. */
export function mapShares(shares: Shares, of: (ms: number) => number): Shares {
  const { encoderMs, linkMs, bufferMs, decoderMs } = shares;
  return {
    encoderMs: of(encoderMs),
    linkMs: of(linkMs),
    bufferMs: of(bufferMs),
    decoderMs: of(decoderMs),
  };
}

/** The shares of one picture; together they are its age when it is shown. */
export function sharesOf(times: PictureTimes): Shares {
  const { capturedMs, encodedMs, arrivedMs, givenMs, decodedMs, shownMs } = times;
  const decoderMs = decodedMs - givenMs;
  return {
    encoderMs: encodedMs - capturedMs,
    linkMs: arrivedMs - encodedMs,
    bufferMs: shownMs - arrivedMs - decoderMs,
    decoderMs,
  };
}

/** The mean shares of pictures, taken now and then. */
export class DelayShares {
  #sum: Shares = { encoderMs: 0, linkMs: 0, bufferMs: 0, decoderMs: 0 };
  #count = 0;

  /** A picture has been shown. */
  add(times: PictureTimes): void {
    const shares = sharesOf(times);
    for (const name of SHARES) this.#sum[name] += shares[name];
    this.#count += 1;
  }

  /** The mean of what was added since the last time; null for none. */
  take(): Shares | null {
    if (this.#count === 0) return null;
    const mean = { ...this.#sum };
    for (const name of SHARES) {
      mean[name] /= this.#count;
      this.#sum[name] = 0;
    }
    this.#count = 0;
    return mean;
  }
}

/** The shares, in the order in which a picture goes through them. */
export const SHARES = ['encoderMs', 'linkMs', 'bufferMs', 'decoderMs'] as const;
