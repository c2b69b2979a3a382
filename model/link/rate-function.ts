import type { RateCurve } from './types';

/**
 * A rate as an exact piecewise-constant function of time from 0 on, with its integral and inverse in
 * closed form: prefix sums and a binary search, no stepping. Behind the last step its rate holds,
 * or, with a period, all begins again. Sums are kept in thousandths of a byte (bytes per second times
 * ms), so that whole rates and whole times lose nothing by rounding.
 */
export class RateFunction {
  readonly #from: Float64Array;
  /** Bytes per second. */
  readonly #rate: Float64Array;
  /** Thousandths of a byte carried before each step. */
  readonly #before: Float64Array;
  readonly #periodMs: number;
  /** The period, or 0 when there is none: what one whole cycle adds to the time. */
  readonly #periodStep: number;
  readonly #periodSum: number;
  /** The highest rate, bytes per second. */
  readonly #mostRate: number;
  /** The step that was asked for last: time mostly goes on from there. */
  #near = 0;

  /** The curve's columns are kept, not copied, and must not change. */
  constructor({ fromMs, rate, periodMs }: RateCurve) {
    this.#from = fromMs;
    this.#rate = rate;
    this.#before = new Float64Array(fromMs.length);
    let carried = 0;
    for (let i = 1; i < fromMs.length; i += 1) {
      carried += at(rate, i - 1) * (at(fromMs, i) - at(fromMs, i - 1));
      this.#before[i] = carried;
    }
    this.#periodMs = periodMs;
    this.#periodStep = periodMs === Infinity ? 0 : periodMs;
    const last = fromMs.length - 1;
    this.#periodSum =
      periodMs === Infinity ? Infinity : carried + at(rate, last) * (periodMs - at(fromMs, last));
    this.#mostRate = rate.reduce((most, each) => Math.max(most, each), 0);
  }

  /** Rate at t, bytes per second. */
  rateAt(tMs: number): number {
    const inside = tMs - this.#wholeCycles(tMs) * this.#periodStep;
    return at(this.#rate, this.#stepAt(inside));
  }

  /** Bytes carried in [0, t]. */
  integral(tMs: number): number {
    const cycles = this.#wholeCycles(tMs);
    const inside = tMs - cycles * this.#periodStep;
    const i = this.#stepAt(inside);
    const sum = at(this.#before, i) + at(this.#rate, i) * (inside - at(this.#from, i));
    return (cycles === 0 ? sum : cycles * this.#periodSum + sum) / 1000;
  }

  /** The earliest t at which the integral reaches `bytes` (from 0 up); Infinity when it never does. */
  inverse(bytes: number): number {
    if (bytes <= 0) return 0;
    if (this.#periodSum === 0) return Infinity;
    const sum = bytes * 1000;
    let cycles = this.#periodMs === Infinity ? 0 : Math.floor(sum / this.#periodSum);
    let rest = sum - (cycles === 0 ? 0 : cycles * this.#periodSum);
    if (rest <= 0 && cycles > 0) {
      // A whole number of periods is reached inside the last one, before any silence at its end.
      cycles -= 1;
      rest = this.#periodSum;
    }
    // The last step that begins with less than `rest` carried: it is the one that reaches it.
    const i = lastBelow(this.#before, rest);
    const rate = at(this.#rate, i);
    if (rate === 0) return Infinity;
    const inside = at(this.#from, i) + (rest - at(this.#before, i)) / rate;
    return cycles === 0 ? inside : cycles * this.#periodStep + inside;
  }

  /** The first moment after t at which the rate may change; Infinity when it holds for ever. */
  changeAfter(tMs: number): number {
    const start = this.#wholeCycles(tMs) * this.#periodStep;
    const next = this.#stepAt(tMs - start) + 1;
    return next < this.#from.length ? start + at(this.#from, next) : start + this.#periodMs;
  }

  /**
   * The moment t in [fromMs, toMs] at which `perMs * (t - fromMs)` less the bytes carried in [fromMs, t]
   * is least (of equal ones any). One pass over the steps between, and never over more than one period.
   */
  tightestMs(fromMs: number, toMs: number, perMs: number): number {
    const perS = perMs * 1000;
    if (perS >= this.#mostRate) return fromMs;
    let first = fromMs;
    let last = toMs;
    if (toMs - fromMs > this.#periodMs) {
      // Every period moves the gap by as much: it is least in the first one or in the last.
      if (perS * this.#periodMs > this.#periodSum) last = fromMs + this.#periodMs;
      else first = toMs - this.#periodMs;
    }
    let cycleMs = this.#wholeCycles(first) * this.#periodStep;
    let i = this.#stepAt(first - cycleMs);
    let gap = 0;
    let least = 0;
    let tightestMs = first;
    for (let tMs = first; tMs < last;) {
      const next = i + 1 < this.#from.length ? at(this.#from, i + 1) : this.#periodMs;
      const endMs = Math.min(cycleMs + next, last);
      gap += (perS - at(this.#rate, i)) * (endMs - tMs);
      if (gap <= least) {
        least = gap;
        tightestMs = endMs;
      }
      tMs = endMs;
      i += 1;
      if (i === this.#from.length) {
        i = 0;
        cycleMs += this.#periodStep;
      }
    }
    return tightestMs;
  }

  /** The step at a time within the period. */
  #stepAt(insideMs: number): number {
    const from = this.#from;
    for (let i = this.#near; i < this.#near + 2 && at(from, i) <= insideMs; i++) {
      if (i + 1 < from.length && at(from, i + 1) <= insideMs) continue;
      return (this.#near = i);
    }
    return (this.#near = lastAtMost(from, insideMs));
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
