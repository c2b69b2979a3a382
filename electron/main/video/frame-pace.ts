import type { VideoProgress } from '../../ipc/video';

/** The speed is that of so long, ms. */
const WINDOW_MS = 4000;

/** Counts frames as they are drawn, and says how fast that goes and how long it still takes. */
export class FramePace {
  readonly #frames: number;
  readonly #now: () => number;
  #drawn: { frame: number; atMs: number }[];

  /** `now` is a monotonic clock, ms. */
  constructor(frames: number, now = () => performance.now()) {
    this.#frames = frames;
    this.#now = now;
    this.#drawn = [{ frame: 0, atMs: now() }];
  }

  /** So many frames are drawn. */
  at(frame: number): Pick<VideoProgress, 'frame' | 'frames' | 'framesPerSecond' | 'leftMs'> {
    const atMs = this.#now();
    this.#drawn = [
      ...this.#drawn.filter(
        (one, i) => i === this.#drawn.length - 1 || atMs - one.atMs < WINDOW_MS,
      ),
      { frame, atMs },
    ];
    const [first] = this.#drawn;
    const tookMs = atMs - (first?.atMs ?? atMs);
    const perMs = tookMs > 0 ? (frame - (first?.frame ?? 0)) / tookMs : 0;
    return {
      frame,
      frames: this.#frames,
      framesPerSecond: perMs * 1000,
      leftMs: perMs > 0 ? (this.#frames - frame) / perMs : null,
    };
  }
}
