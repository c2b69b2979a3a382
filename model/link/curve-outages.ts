import type { Outage, RateCurve } from './types';

/** The outages of a curve: its silent stretches of at least so long, found once, asked for by binary search. */
export class CurveOutages {
  readonly #periodMs: number;
  /** A silence that the first cycle begins with; later cycles begin with the end of the one before. */
  readonly #head: Outage | null;
  /** The others of one cycle, ascending and apart; the last may reach into the next cycle. */
  readonly #from: Float64Array;
  readonly #to: Float64Array;

  /** leastMs: a shorter silence is a gap between packets, not an outage. */
  constructor(curve: RateCurve, leastMs: number) {
    const { periodMs } = curve;
    const all = stretches(curve);
    const longEnough = ({ fromMs, toMs }: Outage): boolean => toMs - fromMs >= leastMs;
    const [first] = all;
    const last = all.at(-1);
    this.#periodMs = periodMs;
    let head = first?.fromMs === 0 ? first : null;
    if (head && head.toMs === periodMs) head = { fromMs: 0, toMs: Infinity };
    if (head) all.shift();
    if (head && last && periodMs !== Infinity && all.length > 0 && last.toMs === periodMs) {
      last.toMs += head.toMs;
    } else if (head && head.toMs !== Infinity && periodMs !== Infinity) {
      all.push({ fromMs: periodMs, toMs: periodMs + head.toMs });
    }
    this.#head = head && longEnough(head) ? head : null;
    const kept = all.filter(longEnough);
    this.#from = Float64Array.from(kept, ({ fromMs }) => fromMs);
    this.#to = Float64Array.from(kept, ({ toMs }) => toMs);
  }

  /** The outage that contains t or else the first one that begins after it; null when none does. */
  after(tMs: number): Outage | null {
    if (this.#head && tMs < this.#head.toMs) return { ...this.#head };
    const count = this.#from.length;
    if (count === 0) return null;
    const repeats = this.#periodMs !== Infinity;
    // The last outage of the cycle before may still last.
    let cycle = repeats ? Math.max(0, Math.floor(tMs / this.#periodMs) - 1) : 0;
    for (;;) {
      const startMs = cycle === 0 ? 0 : cycle * this.#periodMs;
      const i = firstAbove(this.#to, tMs - startMs);
      if (i < count) {
        return { fromMs: startMs + (this.#from[i] ?? 0), toMs: startMs + (this.#to[i] ?? 0) };
      }
      if (!repeats) return null;
      cycle += 1;
    }
  }
}

function stretches({ fromMs, rate, periodMs }: RateCurve): Outage[] {
  const found: Outage[] = [];
  for (let i = 0; i < rate.length; i += 1) {
    if ((rate[i] ?? 0) > 0) continue;
    const from = fromMs[i] ?? 0;
    const to = fromMs[i + 1] ?? periodMs;
    const last = found.at(-1);
    if (last?.toMs === from) last.toMs = to;
    else found.push({ fromMs: from, toMs: to });
  }
  return found;
}

/** Index of the first value above x; the length when none is. */
function firstAbove(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
