/** From `fromMs` on the rate is `rate` bytes per second, until the next segment begins. */
export interface RateSegment {
  fromMs: number;
  rate: number;
}

/**
 * A rate as an exact piecewise-constant function of time from 0 on, with its integral and inverse in
 * closed form: prefix sums and a binary search, no stepping. Behind the last segment its rate holds,
 * or, with a period, all begins again.
 */
export class RateFunction {
  readonly #from: Float64Array;
  /** Bytes per millisecond. */
  readonly #rate: Float64Array;
  /** Bytes carried before each segment. */
  readonly #before: Float64Array;
  readonly #periodMs: number;
  /** The period, or 0 when there is none: what one whole cycle adds to the time. */
  readonly #periodStep: number;
  readonly #periodBytes: number;

  /**
   * Segments ascend from 0. The period, if any, ends behind the last start and is a whole number, so
   * that its multiples are exact.
   */
  constructor(segments: readonly RateSegment[], periodMs = Infinity) {
    const count = segments.length;
    this.#from = new Float64Array(count);
    this.#rate = new Float64Array(count);
    this.#before = new Float64Array(count);
    let carried = 0;
    let previous: RateSegment = { fromMs: 0, rate: 0 };
    segments.forEach((segment, i) => {
      carried += (previous.rate / 1000) * (segment.fromMs - previous.fromMs);
      this.#from[i] = segment.fromMs;
      this.#rate[i] = segment.rate / 1000;
      this.#before[i] = carried;
      previous = segment;
    });
    this.#periodMs = periodMs;
    this.#periodStep = periodMs === Infinity ? 0 : periodMs;
    this.#periodBytes =
      periodMs === Infinity
        ? Infinity
        : carried + (previous.rate / 1000) * (periodMs - previous.fromMs);
  }

  /** Rate at t, bytes per second. */
  rateAt(tMs: number): number {
    const inside = tMs - this.#wholeCycles(tMs) * this.#periodStep;
    return at(this.#rate, lastAtMost(this.#from, inside)) * 1000;
  }

  /** Bytes carried in [0, t]. */
  integral(tMs: number): number {
    const cycles = this.#wholeCycles(tMs);
    const inside = tMs - cycles * this.#periodStep;
    const i = lastAtMost(this.#from, inside);
    const bytes = at(this.#before, i) + at(this.#rate, i) * (inside - at(this.#from, i));
    return cycles === 0 ? bytes : cycles * this.#periodBytes + bytes;
  }

  /** The earliest t at which the integral reaches `bytes` (from 0 up); Infinity when it never does. */
  inverse(bytes: number): number {
    if (bytes <= 0) return 0;
    if (this.#periodBytes === 0) return Infinity;
    let cycles = this.#periodMs === Infinity ? 0 : Math.floor(bytes / this.#periodBytes);
    let rest = bytes - (cycles === 0 ? 0 : cycles * this.#periodBytes);
    if (rest <= 0 && cycles > 0) {
      // A whole number of periods is reached inside the last one, before any silence at its end.
      cycles -= 1;
      rest = this.#periodBytes;
    }
    // The last segment that begins with less than `rest` carried: it is the one that reaches it.
    const i = lastBelow(this.#before, rest);
    const rate = at(this.#rate, i);
    if (rate === 0) return Infinity;
    const inside = at(this.#from, i) + (rest - at(this.#before, i)) / rate;
    return cycles === 0 ? inside : cycles * this.#periodStep + inside;
  }

  /** The first moment after t at which the rate may change; Infinity when it holds for ever. */
  changeAfter(tMs: number): number {
    const start = this.#wholeCycles(tMs) * this.#periodStep;
    const next = lastAtMost(this.#from, tMs - start) + 1;
    return next < this.#from.length ? start + at(this.#from, next) : start + this.#periodMs;
  }

  #wholeCycles(tMs: number): number {
    return tMs < this.#periodMs ? 0 : Math.floor(tMs / this.#periodMs);
  }
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? 0;
}

/** Index of the last value at most x; 0 when all lie above. */
function lastAtMost(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (at(values, middle) <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** Index of the last value below x; 0 when none is. */
function lastBelow(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (at(values, middle) < x) low = middle;
    else high = middle;
  }
  return low;
}
