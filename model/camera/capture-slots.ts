/**
 * The moments at which a capture takes a picture: one in each slot of its rate, however late within its slot it comes.
 * A slot that has gone by without one is a picture lost. Times are of one clock, ms.
 */
export class CaptureSlots {
  readonly #startMs: number;
  readonly #everyMs: number;
  /** The slot of the newest picture. */
  #taken = -1;

  /** Slot 0 begins at startMs; each is as long as a picture lasts. */
  constructor(startMs: number, everyMs: number) {
    this.#startMs = startMs;
    this.#everyMs = everyMs;
  }

  /** Takes the slot of this moment: how many before it have no picture; null when it has its own already. */
  take(nowMs: number): number | null {
    const slot = Math.floor((nowMs - this.#startMs) / this.#everyMs);
    if (slot <= this.#taken) return null;
    const lost = slot - this.#taken - 1;
    this.#taken = slot;
    return lost;
  }

  /** How long until the next slot that has no picture yet begins, ms; 0 when it has begun. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.#startMs + (this.#taken + 1) * this.#everyMs - nowMs);
  }
}
