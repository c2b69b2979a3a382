/** What a person asks of the link. Rates in bytes per second, times in milliseconds on the run's clock. */
export interface LinkSpec {
  kind: 'unlimited' | 'constant' | 'dropouts' | 'unstable';
  /** Nominal rate, bytes per second; Infinity when unlimited. */
  rate: number;
  /** Scheduled outages, [from, to) in ms, ascending and apart; empty unless kind is dropouts. */
  outages: readonly Outage[];
  latencyMs: number;
  jitterMs: number;
}

/** A stretch of time in which the link carries nothing, [fromMs, toMs). */
export interface Outage {
  fromMs: number;
  toMs: number;
}

/** One link as an exact piecewise-constant function of time. Same spec and seed, same link. */
export interface Link {
  readonly spec: LinkSpec;
  readonly seed: number;
  /** Capacity at t, bytes per second (0 in an outage, Infinity when unlimited). */
  rateAt(tMs: number): number;
  /** Bytes that the link can carry in [fromMs, toMs]: the integral, exact. */
  capacity(fromMs: number, toMs: number): number;
  /** The earliest time at which `bytes` have been carried when sending starts at fromMs; Infinity when never. */
  timeToCarry(fromMs: number, bytes: number): number;
  /** The first moment after t at which the rate may change; Infinity when it holds for ever. */
  changeAfter(tMs: number): number;
  /** Outages that begin before untilMs, ascending. */
  outagesUntil(untilMs: number): Outage[];
  /** One-way delay of the nth chunk, ms: latency plus seeded jitter in [0, jitterMs]. */
  delayMs(chunkIndex: number): number;
}
