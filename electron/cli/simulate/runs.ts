import { lanesOf } from '../../../model/delivery/rules';
import type { BaseMethod, DeliverySettings, Method } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import type { LinkSpec } from '../../../model/link/types';
import { laneFigures } from '../../../model/sweep/figures-recorder';
import { minimumPrefetch } from '../../../model/sweep/minimum-prefetch';
import type { LaneFigures } from '../../../model/sweep/types';
import type { SourceInfo } from './source';

/** One lane of a simulated run: times in ms on the run's clock. */
export type SimulatedLaneFigures = { method: Method } & LaneFigures;

/** What is printed of a run with one seed. */
export interface SimulatedRun {
  seed: number;
  lanes: SimulatedLaneFigures[];
  /** The least prefetch, bytes, with which buffering does not stall on this link; null when none is enough. */
  leastPrefetchBytes: number | null;
}

/** What all runs of a command share. */
export interface Simulated {
  settings: DeliverySettings & { methods: readonly BaseMethod[] };
  link: LinkSpec;
  media: SourceInfo;
}

/** A run, and its least prefetch as a person would set it: in whole chunks, bytes. */
export interface RunResult {
  run: SimulatedRun;
  leastWholeBytes: number | null;
}

/**
 * The run of one seed, which may be left between its lanes; times to a thousandth of a millisecond, below which
 * lies only rounding.
 */
export function* simulatedRun(
  { settings, link: spec, media }: Simulated,
  seed: number,
): Generator<undefined, RunResult> {
  const link = createLink(spec, seed);
  const lanes: SimulatedLaneFigures[] = [];
  for (const method of lanesOf(settings)) {
    const lane = laneFigures({ method, settings, media }, link);
    lanes.push({
      method,
      startupDelayMs: rounded(lane.startupDelayMs),
      stallCount: lane.stallCount,
      stallTotalMs: rounded(lane.stallTotalMs),
      endedMs: rounded(lane.endedMs),
    });
    yield;
  }
  const { bytes, wholeBytes } = minimumPrefetch({ settings, media }, link);
  return { run: { seed, lanes, leastPrefetchBytes: bytes }, leastWholeBytes: wholeBytes };
}

function rounded<T extends number | null>(ms: T): T | number {
  return ms === null ? ms : Math.round(ms * 1000) / 1000;
}
