/** For how long a viewer may be given pictures ahead of what it has read, ms: about the age of the newest it sees. */
const AHEAD_MS = 1500;

/** Over how long the speed of reading is smoothed: programs read in gulps, ms. */
const SMOOTH_MS = 1000;

/** Bytes ahead: at first, at least, and at most for a viewer that reads everything at once. */
const AHEAD_BYTES = { first: 64_000, min: 16_000, max: 2_000_000 };

/**
 * How much of a viewer's pictures may lie in the buffers of the system: these hold megabytes, which a slow viewer
 * would see minutes late. One picture may always be on its way; more only as far as the viewer reads them within
 * AHEAD_MS at the speed at which it has read so far. Pure; sizes in bytes, counted from the beginning.
 */
export class ViewerWindow {
  #sentBytes = 0;
  #readBytes = 0;
  #limitBytes = AHEAD_BYTES.first;
  /** How fast the viewer has read of late, bytes per ms; null before the first look. */
  #rate: number | null = null;
  #lookedMs: number;

  /** Its viewer joins at this moment. */
  constructor(nowMs: number) {
    this.#lookedMs = nowMs;
  }

  /** Bytes sent so far. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** Whether another picture may be sent now. */
  get isOpen(): boolean {
    const aheadBytes = this.#sentBytes - this.#readBytes;
    return aheadBytes <= 0 || aheadBytes < this.#limitBytes;
  }

  /** Another picture was handed to the system. */
  sent(bytes: number): void {
    this.#sentBytes += bytes;
  }

  /** At this moment the viewer had yet to read so many of the bytes that had been sent. */
  looked(unreadBytes: number, sentBytes: number, nowMs: number): void {
    const readBytes = Math.max(this.#readBytes, sentBytes - unreadBytes);
    const tookMs = Math.max(1, nowMs - this.#lookedMs);
    const rate = (readBytes - this.#readBytes) / tookMs;
    const share = this.#rate === null ? 1 : 1 - Math.exp(-tookMs / SMOOTH_MS);
    this.#rate = (this.#rate ?? 0) + share * (rate - (this.#rate ?? 0));
    // Who has read everything might have read more: its limit does not fall.
    const least = unreadBytes > 0 ? AHEAD_BYTES.min : this.#limitBytes;
    this.#limitBytes = Math.min(AHEAD_BYTES.max, Math.max(least, this.#rate * AHEAD_MS));
    this.#readBytes = readBytes;
    this.#lookedMs = nowMs;
  }
}
