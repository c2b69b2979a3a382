/**
 * A rate that a person drew or a file holds, as steps: from `fromMs[i]` on, `rate[i]` bytes per second.
 * Columns, so that a million steps cross to a reader or a worker as two copies of memory.
 */
export interface RateCurve {
  /** Ascending, the first is 0; ms. */
  fromMs: Float64Array;
  /** Bytes per second, as many as there are starts. */
  rate: Float64Array;
  /** All begins again after so long, ms, whole and behind the last start; Infinity: the last rate holds. */
  periodMs: number;
}

export const LINK_KINDS = [
  'unlimited',
  'constant',
  'dropouts',
  'unstable',
  'steps',
  'trace',
  'profile',
] as const;

/** What a person asks of the link. Rates in bytes per second, times in milliseconds on the run's clock. */
export interface LinkSpec {
  kind: (typeof LINK_KINDS)[number];
  /** Nominal rate, bytes per second; Infinity when unlimited; of a curve its mean over a period or up to its last start. */
  rate: number;
  /** The curve of steps, a trace or a profile; null otherwise. */
  curve: RateCurve | null;
  /** The path of a trace or the name of a profile; empty otherwise. */
  name: string;
  /** Scheduled outages, [from, to) in ms, ascending and apart; empty unless kind is dropouts. */
  outages: readonly Outage[];
  /** Each outage of a dropouts link begins up to so much later, by the seed, ms; 0 holds it where it is. */
  laterMs: number;
  /** And lasts up to so much longer, by the seed, ms. */
  longerMs: number;
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
  /**
   * The moment in [fromMs, toMs] at which what comes in evenly (`perMs` bytes a millisecond from fromMs
   * on) is least ahead of what the link can carry from fromMs on: there a sender runs out of it.
   */
  tightestMs(fromMs: number, toMs: number, perMs: number): number;
  /** The first moment after t at which the rate may change; Infinity when it holds for ever. */
  changeAfter(tMs: number): number;
  /** The outage that contains t, or else the first one that begins after it; null when none does. */
  outageAfter(tMs: number): Outage | null;
  /** Outages that begin before untilMs, ascending. */
  outagesUntil(untilMs: number): Outage[];
  /** One-way delay of the nth chunk, ms: latency plus seeded jitter in [0, jitterMs]. */
  delayMs(chunkIndex: number): number;
}

/** What a trace's file or a profile holds: its rate over time and its one-way latency, ms. */
export interface ResolvedCurve {
  curve: RateCurve;
  latencyMs: number;
}

/** Finds the curve of a trace (by path) or a profile (by name); throws an error whose message is one sentence. */
export type CurveOf = (kind: 'trace' | 'profile', name: string) => ResolvedCurve;
