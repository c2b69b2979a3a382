import type { SourceShape } from '../media/types';
import type { DeliverySettings, Method } from '../delivery/types';
import type { LinkSpec } from '../link/types';

/** The few figures of one lane that a person compares; times in ms on the run's clock. */
export interface LaneFigures {
  /** Null when playback never started. */
  startupDelayMs: number | null;
  stallCount: number;
  stallTotalMs: number;
  /** Null when the end was never reached. */
  endedMs: number | null;
}

/** What is asked: one method with its settings, over one link, from one source. */
export interface Scenario {
  method: Method;
  settings: DeliverySettings;
  link: LinkSpec;
  media: SourceShape;
}

/** What a sweep varies: sizes in bytes, the rate in bytes per second, the outage length in ms. */
export const SWEEP_AXES = ['prefetch', 'chunk', 'rate', 'outage', 'ahead'] as const;
export type SweepAxis = (typeof SWEEP_AXES)[number];

/** A sweep: the scenario at each value of one axis, with each seed. Plain data, so that it crosses to a worker. */
export interface SweepRequest {
  scenario: Scenario;
  axis: SweepAxis;
  /** Ascending. */
  values: readonly number[];
  seeds: readonly number[];
}

/** Mean, least and most over the seeds. */
export interface Spread {
  mean: number;
  min: number;
  max: number;
}

/** All runs at one value of the axis. */
export interface SweepPoint {
  value: number;
  /** Over the runs that started, ms; null when none did. */
  startupDelayMs: Spread | null;
  stallTotalMs: Spread;
  stallCount: Spread;
  /** Runs that started and played to the end without a stall. */
  smoothRuns: number;
  runs: number;
  /** The seed whose run stalled longest (or never started): the one that the strips show. */
  hardestSeed: number;
  /** Why the settings cannot be run at this value (a code of `settingsProblems`); null when they can. */
  problem: string | null;
}

/** One prefetch size that is enough, or the reason why none is. */
export interface MinimumPrefetch {
  /** Bytes, exactly the least: one byte less stalls. Null when no prefetch that may be held avoids every stall. */
  bytes: number | null;
  /** The same start as a person would set it: in whole chunks, for only those count as received. */
  wholeBytes: number | null;
  /** When playback starts with it, ms; null with `bytes`. */
  startupDelayMs: number | null;
  /** Set when `bytes` is null: what may be held ahead does not suffice, or the file never comes whole. */
  reason: 'ahead-too-small' | 'never-arrives' | null;
}

/** One point of a cumulative curve: bytes in all at tMs. */
export interface CurvePoint {
  tMs: number;
  bytes: number;
}
