/** Between two stages: an arrow when bytes pass, a bar when they are held, nothing when the stage is done. */
export function FlowIndicator() {
  return (
    <svg className="gate" data-part="gate" data-is="held" viewBox="0 0 12 16" aria-hidden="true">
      <path data-part="arrow" d="M1 1l9 7-9 7z" />
      <path data-part="bar" d="M6 0v16" />
    </svg>
  );
}

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
