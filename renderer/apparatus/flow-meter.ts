import type { LaneFrame } from '../../model/run/frame';

/** The rate is told over this much of the run, ms: over one sample it is mostly the sampling that shows. */
const WINDOW_MS = 1000;
/** Being held back between two chunks is still told for this long, ms. */
const HELD_MS = 600;

/** What the words beside a pipe say of the last second: its rate, bytes per second, and whether it was held back. */
export class FlowMeter {
  readonly #past: { tMs: number; bytes: number }[] = [];
  #heldMs = -Infinity;

  /** A camera's link is idle between any two slices, which is no news; a file's is when there is nothing to send. */
  constructor(private readonly betweenSlices = false) {}

  /** `tMs` is the moment of the frame on the run's clock; a step back begins anew. */
  read({ link, sentBytes, rate }: LaneFrame, tMs: number): { rate: number; held: boolean } {
    const past = this.#past;
    const idle = link === 'idle' && !this.betweenSlices;
    const still = link === 'outage' || link === 'cut' || idle;
    if (still || (past.at(-1)?.tMs ?? 0) > tMs) past.length = 0;
    if (still || this.#heldMs > tMs) this.#heldMs = -Infinity;
    if (link === 'held-back') this.#heldMs = tMs;
    past.push({ tMs, bytes: sentBytes });
    while (past[1] && tMs - past[1].tMs >= WINDOW_MS) past.shift();
    const first = past[0];
    const spanMs = first ? tMs - first.tMs : 0;
    return {
      rate: first && spanMs > 0 ? ((sentBytes - first.bytes) / spanMs) * 1000 : rate,
      held: tMs - this.#heldMs < HELD_MS && link !== 'done',
    };
  }
}
