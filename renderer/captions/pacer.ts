/** Least wall time between two messages, ms. */
const PACE_MS = 2000;

/** Lets at most one message through every two seconds; of those that came too soon, the newest stays. */
export class CaptionPacer<T> {
  #said: T | null = null;
  #changedMs = -Infinity;

  /** `textOf` is what tells one message from the next. */
  constructor(private readonly textOf: (message: T) => string) {}

  /** The message that stands at this wall time, ms. */
  offer(message: T, wallMs: number): T {
    const said = this.#said;
    if (said !== null && wallMs - this.#changedMs < PACE_MS) return said;
    if (said !== null && this.textOf(said) === this.textOf(message)) return said;
    this.#said = message;
    this.#changedMs = wallMs;
    return message;
  }
}
