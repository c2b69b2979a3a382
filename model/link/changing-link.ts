import { createLink } from './link';
import { withRateSteps, type RateStep } from './rate-steps';
import type { Link, LinkSpec, Outage } from './types';

/**
 * A link whose rate can be changed while it is in use. Before a change it stays what it was, so that what was carried
 * until then is asked of it as before; its spec is that of the link with all its changes.
 */
export class ChangingLink implements Link {
  readonly seed: number;
  readonly #first: LinkSpec;
  readonly #rates: RateStep[] = [];
  #link: Link;

  constructor(spec: LinkSpec, seed: number) {
    this.seed = seed;
    this.#first = spec;
    this.#link = createLink(spec, seed);
  }

  get spec(): LinkSpec {
    return this.#link.spec;
  }

  /** From atMs on the link carries so many bytes a second wherever it is up; one of `takesRateSteps` alone. */
  setRate(atMs: number, rate: number): void {
    // Whatever was to change behind this moment was changed by who says this now.
    while ((this.#rates.at(-1)?.atMs ?? -1) >= atMs) this.#rates.pop();
    this.#rates.push({ atMs, rate });
    this.#link = createLink(withRateSteps(this.#first, this.seed, this.#rates), this.seed);
  }

  rateAt(tMs: number): number {
    return this.#link.rateAt(tMs);
  }

  capacity(fromMs: number, toMs: number): number {
    return this.#link.capacity(fromMs, toMs);
  }

  timeToCarry(fromMs: number, bytes: number): number {
    return this.#link.timeToCarry(fromMs, bytes);
  }

  tightestMs(fromMs: number, toMs: number, perMs: number): number {
    return this.#link.tightestMs(fromMs, toMs, perMs);
  }

  changeAfter(tMs: number): number {
    return this.#link.changeAfter(tMs);
  }

  outageAfter(tMs: number): Outage | null {
    return this.#link.outageAfter(tMs);
  }

  outagesUntil(untilMs: number): Outage[] {
    return this.#link.outagesUntil(untilMs);
  }

  delayMs(chunkIndex: number): number {
    return this.#link.delayMs(chunkIndex);
  }
}
