/** A sound card's clock differs from the window's by so little, ms for each ms. */
const DRIFT = 1e-4;

/**
 * Puts sound on the window's clock: its own timestamps count from a moment that is not known, and it is heard of
 * some time after it was captured. The least such time is taken for none; it may grow by no more than clocks drift.
 */
export class SoundClock {
  #offsetMs: number | null = null;
  #atMs = 0;

  /** When sound was captured that begins at `timestampMs` of its own clock and was heard of at `heardMs`, window ms. */
  capturedMs(timestampMs: number, durationMs: number, heardMs: number): number {
    const offsetMs = heardMs - (timestampMs + durationMs);
    const knownMs = this.#offsetMs ?? Infinity;
    const driftedMs = knownMs + Math.max(0, heardMs - this.#atMs) * DRIFT;
    this.#offsetMs = Math.min(offsetMs, driftedMs);
    this.#atMs = heardMs;
    return timestampMs + this.#offsetMs;
  }
}

/** Capture time: the window's clock since the start, without the time in which the capture was paused. */
export class CaptureClock {
  #startMs: number | null = null;
  #pausedSinceMs: number | null = null;
  #pausedMs = 0;

  /** True between the start and a pause. */
  get running(): boolean {
    return this.#startMs !== null && this.#pausedSinceMs === null;
  }

  start(nowMs: number): void {
    this.#startMs = nowMs;
  }

  pause(nowMs: number): void {
    if (this.running) this.#pausedSinceMs = nowMs;
  }

  continue(nowMs: number): void {
    if (this.#pausedSinceMs === null) return;
    this.#pausedMs += nowMs - this.#pausedSinceMs;
    this.#pausedSinceMs = null;
  }

  /** Capture time of a moment of the window's clock, microseconds; null before the start and while it is paused. */
  timeUs(windowMs: number): number | null {
    if (!this.running || this.#startMs === null) return null;
    const timeUs = Math.round((windowMs - this.#startMs - this.#pausedMs) * 1000);
    return timeUs < 0 ? null : timeUs;
  }

  /** The other way round, for what was captured since it last went on; ms of the window's clock. */
  windowMs(timeUs: number): number {
    return (this.#startMs ?? 0) + this.#pausedMs + timeUs / 1000;
  }
}
