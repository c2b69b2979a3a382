import { randomAt, seedFor } from './random';
import { RateFunction } from './rate-function';
import { dropoutSegments, unstableSegments } from './segments';
import type { Link, LinkSpec, Outage } from './types';

/** Purposes of the seed, so that the rate and the jitter share no numbers. */
const RATE_SEED = 0;
const JITTER_SEED = 1;

/** The link that a spec and a seed describe; equal ones make equal links. */
export function createLink(spec: LinkSpec, seed: number): Link {
  return spec.kind === 'unlimited'
    ? new UnlimitedLink(spec, seed)
    : new RateLink(spec, seed, rateFunction(spec, seed));
}

function rateFunction(spec: LinkSpec, seed: number): RateFunction {
  if (spec.kind === 'unstable') {
    const { segments, periodMs } = unstableSegments(spec.rate, seedFor(seed, RATE_SEED));
    return new RateFunction(segments, periodMs);
  }
  return new RateFunction(dropoutSegments(spec.rate, spec.outages));
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

  changeAfter(): number {
    return Infinity;
  }

  outagesUntil(): Outage[] {
    return [];
  }
}

class RateLink extends DelayedLink implements Link {
  readonly #rate: RateFunction;

  constructor(spec: LinkSpec, seed: number, rate: RateFunction) {
    super(spec, seed);
    this.#rate = rate;
  }

  rateAt(tMs: number): number {
    return this.#rate.rateAt(tMs);
  }

  capacity(fromMs: number, toMs: number): number {
    return toMs <= fromMs ? 0 : this.#rate.integral(toMs) - this.#rate.integral(fromMs);
  }

  timeToCarry(fromMs: number, bytes: number): number {
    if (bytes <= 0) return fromMs;
    return Math.max(fromMs, this.#rate.inverse(this.#rate.integral(fromMs) + bytes));
  }

  changeAfter(tMs: number): number {
    return this.#rate.changeAfter(tMs);
  }

  outagesUntil(untilMs: number): Outage[] {
    const outages: Outage[] = [];
    for (let tMs = 0; tMs < untilMs; tMs = this.#rate.changeAfter(tMs)) {
      if (this.#rate.rateAt(tMs) > 0) continue;
      const toMs = this.#rate.changeAfter(tMs);
      const last = outages.at(-1);
      // Two silent segments side by side (the period's end and begin) are one outage.
      if (last?.toMs === tMs) last.toMs = toMs;
      else outages.push({ fromMs: tMs, toMs });
    }
    return outages;
  }
}
