/** The arrow stands this long after bytes have passed, ms of wall time. */
const PASSING_MS = 300;

/** Tells whether bytes are passing a gate: they were more than before, a moment ago. */
export class RecentPassing {
  #lastBytes = 0;
  #movedMs = -Infinity;

  /** `bytes` have passed in all by `shownMs` of a run's clock that goes at `speed`. */
  at(bytes: number, shownMs: number, speed: number): boolean {
    if (bytes > this.#lastBytes) this.#movedMs = shownMs;
    this.#lastBytes = bytes;
    const sinceMs = (shownMs - this.#movedMs) / speed;
    return sinceMs >= 0 && sinceMs < PASSING_MS;
  }
}
