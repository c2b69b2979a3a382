import type { RateCurve } from '../types';
import { checkEnd, checkRate } from './limits';
import { TraceError } from './trace-error';

/** Collects the stretches of a trace, one behind the other, into a curve that repeats; equal neighbours become one step. */
export class CurveBuilder {
  #fromMs = new Float64Array(1024);
  #rate = new Float64Array(1024);
  #count = 0;
  #endMs = 0;
  #last = -1;
  #carries = false;

  /** Where the next stretch begins, ms. */
  get endMs(): number {
    return this.#endMs;
  }

  /** A rate (bytes per second) up to a time; nothing when it ends where it begins. Throws TraceError of the line. */
  until(toMs: number, rate: number, line: number): void {
    if (toMs <= this.#endMs) return;
    checkRate(line, rate);
    checkEnd(line, toMs);
    if (rate !== this.#last) this.#push(rate);
    this.#endMs = toMs;
    this.#carries ||= rate > 0;
  }

  /** The curve, repeated from its end on, which is a whole millisecond; throws TraceError when it carries nothing. */
  finish(line: number): RateCurve {
    if (!this.#carries) {
      throw new TraceError(
        line,
        'expected a rate above 0 somewhere, but the trace ends without one.',
      );
    }
    // Below a microsecond, a sum's last digits are its rounding.
    const wholeMs = Math.ceil(Math.round(this.#endMs * 1000) / 1000);
    return {
      fromMs: this.#fromMs.slice(0, this.#count),
      rate: this.#rate.slice(0, this.#count),
      periodMs: Math.max(wholeMs, Math.floor(this.#fromMs[this.#count - 1] ?? 0) + 1),
    };
  }

  #push(rate: number): void {
    if (this.#count === this.#rate.length) {
      this.#fromMs = doubled(this.#fromMs);
      this.#rate = doubled(this.#rate);
    }
    this.#fromMs[this.#count] = this.#endMs;
    this.#rate[this.#count] = rate;
    this.#count += 1;
    this.#last = rate;
  }
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** How long the last rate of a curve that does not repeat is written, ms. */
const LAST_STEP_MS = 10_000;

/** Where a curve ends when it is written to a file: its period, or 10 s behind its last start, whole ms. */
export function curveEndMs({ fromMs, periodMs }: RateCurve): number {
  return periodMs === Infinity ? Math.ceil(fromMs.at(-1) ?? 0) + LAST_STEP_MS : periodMs;
}
