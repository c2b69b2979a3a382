/** Arrivals of so long are looked at, ms: an unsteady link is remembered for that time. */
const WINDOW_MS = 5000;

/** Ahead of the latest arrival, ms: what a timer and a decoder need. */
const MARGIN_MS = 5;

/** So many of a hundred arrivals may come later than the cushion allows for. */
const LATE_SHARE = 0.02;

/** What takes so much longer than the shortest was held up by an outage: that is no jitter, ms. */
const MAX_JITTER_MS = 500;

/** More of the window's arrivals than this are not needed to know its jitter. */
const MAX_ARRIVALS = 512;

interface Arrival {
  atMs: number;
  transitMs: number;
}

/**
 * How far behind its arrivals a live player shows them: as far as arrivals have lately differed, and at least by one
 * frame. Transit is arrival less capture time; the two clocks may count from different moments.
 */
export class JitterCushion {
  #arrivals: Arrival[] = [];

  /** `minimumMs` is the least cushion; a frame's length. */
  constructor(private readonly minimumMs: number) {}

  /** A frame has arrived that was captured at timeMs of its own clock. */
  arrived(timeMs: number, atMs: number): void {
    this.#arrivals.push({ atMs, transitMs: atMs - timeMs });
    const from = this.#arrivals.findIndex((each) => each.atMs > atMs - WINDOW_MS);
    const excess = this.#arrivals.length - MAX_ARRIVALS;
    this.#arrivals.splice(0, Math.max(from, excess, 0));
  }

  /** The shortest transit of late, ms; null before the first arrival. */
  get transitMs(): number | null {
    if (this.#arrivals.length === 0) return null;
    return Math.min(...this.#arrivals.map(({ transitMs }) => transitMs));
  }

  /** How much longer than the shortest a transit may take and the frame still come in time, ms. */
  get ms(): number {
    return Math.max(this.minimumMs, this.msAfter(this.transitMs ?? 0));
  }

  /** How much longer than another transit those of all but the latest take, with a margin, ms; 0 before the first. */
  msAfter(otherMs: number): number {
    const shortest = this.transitMs ?? 0;
    const sorted = this.#arrivals
      .map(({ transitMs }) => transitMs)
      .filter((transitMs) => transitMs - shortest <= MAX_JITTER_MS)
      .sort((a, b) => a - b);
    const late = sorted[Math.ceil(sorted.length * (1 - LATE_SHARE)) - 1];
    return late === undefined ? 0 : Math.max(0, late - otherMs + MARGIN_MS);
  }
}
