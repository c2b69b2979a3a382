import { seededOutages } from './outages';
import { randomAt, seedFor } from './random';
import { curveOfSegments } from './rate-curve';
import { RateFunction } from './rate-function';
import { dropoutSegments, unstableSegments } from './segments';
import { CurveOutages } from './curve-outages';
import type { Link, LinkSpec, Outage, RateCurve } from './types';

/** Purposes of the seed, so that the rate and the jitter share no numbers. */
const RATE_SEED = 0;
const JITTER_SEED = 1;

/** A silence of a trace or a profile that is shorter is a gap between packets, not an outage, ms. */
export const MIN_OUTAGE_MS = 200;

/** The link that a spec and a seed describe; equal ones make equal links. */
export function createLink(spec: LinkSpec, seed: number): Link {
  return spec.kind === 'unlimited' ? new UnlimitedLink(spec, seed) : new RateLink(spec, seed);
}

/** The rate over time of a link that has one, as the seed makes it. */
export function linkCurve(spec: LinkSpec, seed: number): RateCurve {
  if (spec.curve) return spec.curve;
  const rateSeed = seedFor(seed, RATE_SEED);
  if (spec.kind === 'unstable') {
    const { segments, periodMs } = unstableSegments(spec.rate, rateSeed);
    return curveOfSegments(segments, periodMs);
  }
  const outages = seededOutages(spec.outages, spec.laterMs, spec.longerMs, rateSeed);
  return curveOfSegments(dropoutSegments(spec.rate, outages));
}

/** A curve is the same for every seed and every lane: its sums are made once. */
const functions = new WeakMap<RateCurve, RateFunction>();
const silences = new WeakMap<RateCurve, CurveOutages>();

function once<T>(made: WeakMap<RateCurve, T>, curve: RateCurve, make: () => T): T {
  const known = made.get(curve) ?? make();
  made.set(curve, known);
  return known;
}

abstract class DelayedLink {
  readonly #jitterSeed: number;

  constructor(
    readonly spec: LinkSpec,
    readonly seed: number,
  ) {
    this.#jitterSeed = seedFor(seed, JITTER_SEED);
  }

  delayMs(chunkIndex: number): number {
    const { latencyMs, jitterMs } = this.spec;
    return jitterMs === 0
      ? latencyMs
      : latencyMs + jitterMs * randomAt(this.#jitterSeed, chunkIndex);
  }
}

class UnlimitedLink extends DelayedLink implements Link {
  rateAt(): number {
    return Infinity;
  }

  capacity(): number {
    return Infinity;
  }

  timeToCarry(fromMs: number): number {
    return fromMs;
  }

  tightestMs(_fromMs: number, toMs: number): number {
    return toMs;
  }

  changeAfter(): number {
    return Infinity;
  }

  outageAfter(): null {
    return null;
  }

  outagesUntil(): Outage[] {
    return [];
  }
}

class RateLink extends DelayedLink implements Link {
  readonly #curve: RateCurve;
  readonly #rate: RateFunction;
  /** A sender asks from one moment on, again and again: what was carried before it. */
  #startMs = 0;
  #startBytes = 0;

  constructor(spec: LinkSpec, seed: number) {
    super(spec, seed);
    const curve = linkCurve(spec, seed);
    this.#curve = curve;
    this.#rate = once(functions, curve, () => new RateFunction(curve));
  }

  rateAt(tMs: number): number {
    return this.#rate.rateAt(tMs);
  }

  capacity(fromMs: number, toMs: number): number {
    return toMs <= fromMs ? 0 : this.#rate.integral(toMs) - this.#before(fromMs);
  }

  timeToCarry(fromMs: number, bytes: number): number {
    if (bytes <= 0) return fromMs;
    return Math.max(fromMs, this.#rate.inverse(this.#before(fromMs) + bytes));
  }

  tightestMs(fromMs: number, toMs: number, perMs: number): number {
    return this.#rate.tightestMs(fromMs, toMs, perMs);
  }

  changeAfter(tMs: number): number {
    return this.#rate.changeAfter(tMs);
  }

  outageAfter(tMs: number): Outage | null {
    return this.#silences.after(tMs);
  }

  outagesUntil(untilMs: number): Outage[] {
    const outages: Outage[] = [];
    let next = this.outageAfter(0);
    while (next && next.fromMs < untilMs) {
      outages.push(next);
      next = this.outageAfter(next.toMs);
    }
    return outages;
  }

  #before(fromMs: number): number {
    if (fromMs !== this.#startMs) {
      this.#startMs = fromMs;
      this.#startBytes = this.#rate.integral(fromMs);
    }
    return this.#startBytes;
  }

  get #silences(): CurveOutages {
    const { kind } = this.spec;
    const leastMs = kind === 'trace' || kind === 'profile' ? MIN_OUTAGE_MS : 0;
    return once(silences, this.#curve, () => new CurveOutages(this.#curve, leastMs));
  }
}
