/**
 * The frames of a video that is made as time goes, each with the moment at which its picture is taken. A video of
 * constant rate has a frame for every moment, whether there is a picture of its own for it or not.
 */
export class FrameSlots {
  readonly #fps: number;
  readonly #beganMs: number;

  /** `beganMs` is the moment of frame 0, on a monotonic clock. */
  constructor(fps: number, beganMs: number) {
    this.#fps = fps;
    this.#beganMs = beganMs;
  }

  /** When the picture of a frame is to be taken, ms of that clock. */
  momentOf(frame: number): number {
    return this.#beganMs + (frame * 1000) / this.#fps;
  }

  /** The frame whose moment came last. */
  dueAt(nowMs: number): number {
    return Math.max(0, Math.floor(((nowMs - this.#beganMs) * this.#fps) / 1000 + SAME_FRAME));
  }

  /** The frame of which a picture is taken next, after `taken`: one whose moment has passed has none of its own. */
  nextAfter(taken: number, nowMs: number): number {
    return Math.max(taken + 1, this.dueAt(nowMs));
  }
}

/** What is taken for the moment of a frame exactly, frames: shares of a second are no whole numbers. */
const SAME_FRAME = 1e-6;
