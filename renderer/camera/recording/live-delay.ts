import { ageOfCode } from '../../../model/camera/time-code';
import { readTimeCodeStrip } from '../time-code-strip';

/** Pictures are read at most this often, ms of wall time: ten a second, as everything is sampled. */
const EVERY_MS = 90;

/** A picture that has stood for longer than this grows older where it stands, ms. */
const STANDS_MS = 250;

/** Measures how old the picture on the screen is: the time code in it against the clock that it was written by. */
export class LiveDelay {
  readonly #video: HTMLVideoElement;
  /** How often each delay was measured, by whole ms. */
  readonly #counts = new Map<number, number>();
  #count = 0;
  #askedMs = -Infinity;
  /** The last code that was read, and when. */
  #code: number | null = null;
  #readMs = -Infinity;
  #delayMs = 0;
  #callback = 0;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    this.#listen();
  }

  /** How old the picture on the screen is at `nowMs` of the window's clock, ms; null before the first. */
  at(nowMs: number): number | null {
    if (this.#code === null) return null;
    return nowMs - this.#readMs < STANDS_MS ? this.#delayMs : ageOfCode(this.#code, nowMs);
  }

  /** Over all pictures that were measured, ms; null before the first. */
  get figures(): { median: number; p95: number; count: number } | null {
    if (this.#count === 0) return null;
    const sorted = [...this.#counts].sort(([a], [b]) => a - b);
    return {
      median: quantile(sorted, this.#count, 0.5),
      p95: quantile(sorted, this.#count, 0.95),
      count: this.#count,
    };
  }

  dispose(): void {
    this.#video.cancelVideoFrameCallback(this.#callback);
  }

  #listen(): void {
    this.#callback = this.#video.requestVideoFrameCallback((nowMs, { expectedDisplayTime }) => {
      if (nowMs - this.#askedMs >= EVERY_MS) void this.#measure(nowMs, expectedDisplayTime);
      this.#listen();
    });
  }

  async #measure(nowMs: number, shownMs: number): Promise<void> {
    this.#askedMs = nowMs;
    const code = await readTimeCodeStrip(this.#video);
    if (code === null) return;
    const delayMs = Math.round(ageOfCode(code, shownMs));
    this.#code = code;
    this.#readMs = nowMs;
    this.#delayMs = delayMs;
    this.#counts.set(delayMs, (this.#counts.get(delayMs) ?? 0) + 1);
    this.#count += 1;
  }
}

/** The least delay that at least this share of all measurements does not exceed (nearest rank). */
function quantile(sorted: readonly [number, number][], count: number, share: number): number {
  let seen = 0;
  for (const [delayMs, times] of sorted) {
    seen += times;
    if (seen >= share * count) return delayMs;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
