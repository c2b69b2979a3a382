/** Sound is heard of at the earliest within this time, ms of the window's clock: its least delay is looked for in it. */
const WINDOW_MS = 2000;

/**
 * Puts encoded sound on the window's clock. An encoder counts what it is given and no time: each piece that goes in is
 * noted with the moment at which it was heard of, and what comes out begins where what came out before it ended. The
 * least delay of late is taken for none, so that neither jitter nor a device that runs slow or fast adds up.
 */
export class SoundClock {
  #givenMs = 0;
  #encodedMs = 0;
  /** What had been given by a moment, as that moment less the length of all that was given. */
  #offsets: { atMs: number; offsetMs: number }[] = [];

  /** What follows does not join on to what was before. */
  restart(): void {
    this.#givenMs = 0;
    this.#encodedMs = 0;
    this.#offsets = [];
  }

  /** A piece of sound that ends now, at heardMs, goes into the encoder; when it began, window ms. */
  given(durationMs: number, heardMs: number): number {
    const beganMs = this.#givenMs;
    this.#givenMs += durationMs;
    this.#offsets.push({ atMs: heardMs, offsetMs: heardMs - this.#givenMs });
    const kept = this.#offsets.findIndex(({ atMs }) => atMs > heardMs - WINDOW_MS);
    this.#offsets.splice(0, kept);
    return beganMs + this.#offsetMs;
  }

  /** A packet comes out of the encoder; when its sound began, window ms. */
  encoded(durationMs: number): number {
    const beganMs = this.#encodedMs;
    this.#encodedMs += durationMs;
    return beganMs + this.#offsetMs;
  }

  get #offsetMs(): number {
    return Math.min(...this.#offsets.map(({ offsetMs }) => offsetMs));
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
}
