/** How often a slowed answer sends, times a second: often enough to look like a flow. */
const TIMES_A_SECOND = 20;

/** A rate that an answer keeps to: which share of it goes at once, and when the next one is due. */
export class Pace {
  readonly #beganMs = performance.now();

  constructor(
    /** Bytes per second; Infinity for as fast as the client takes it. */
    private readonly rate: number,
  ) {}

  /** The most bytes to send at once. */
  get shareBytes(): number {
    return Math.max(1, Math.floor(this.rate / TIMES_A_SECOND));
  }

  /** How long to wait before anything may follow the first `sentBytes`, ms. */
  waitMs(sentBytes: number): number {
    return this.#beganMs + (sentBytes / this.rate) * 1000 - performance.now();
  }
}
