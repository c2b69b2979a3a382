import { settingsProblems } from '../delivery/settings';
import type { DeliverySettings, Method } from '../delivery/types';
import { createLink } from '../link/link';
import type { Link } from '../link/types';
import { laneFigures } from './figures-recorder';
import { atValue, changesLink } from './sweep-axis';
import type { LaneFigures, Scenario, Spread, SweepPoint, SweepRequest } from './types';

/** Runs a sweep, one point at each step, in the order of its values. */
export function* sweep({ scenario, axis, values, seeds }: SweepRequest): Generator<SweepPoint> {
  const shared = changesLink(axis) ? null : seeds.map((seed) => createLink(scenario.link, seed));
  for (const value of values) {
    const at = atValue(scenario, axis, value);
    const problem = problemOf(at);
    const links = problem ? [] : (shared ?? seeds.map((seed) => createLink(at.link, seed)));
    yield point(
      value,
      problem,
      links,
      links.map((link) => laneFigures(at, link)),
    );
  }
}

/** The least value at which every run plays through without a stall; null when there is none. */
export function sweetSpot(points: readonly SweepPoint[]): number | null {
  const smooth = points.filter(({ runs, smoothRuns }) => runs > 0 && smoothRuns === runs);
  return smooth.length === 0 ? null : Math.min(...smooth.map(({ value }) => value));
}

/** The fields of the settings that a method looks at, beside the chunk. */
const FIELDS: Record<Method, readonly (keyof DeliverySettings)[]> = {
  'full-buffer': ['chunkBytes'],
  buffering: ['chunkBytes', 'prefetchBytes', 'resumeBytes', 'maxAheadBytes'],
  'buffering-off': ['chunkBytes', 'prefetchBytes', 'resumeBytes', 'maxAheadBytes'],
  streaming: ['chunkBytes', 'streamingAheadBytes'],
  'streaming-off': ['chunkBytes', 'streamingAheadBytes'],
};

/** What makes a scenario one that cannot be run, as its method sees it. */
function problemOf({ method, settings, media }: Scenario): string | null {
  const problems = settingsProblems(settings, media.deliveredBytes);
  return problems.find(({ field }) => FIELDS[method].includes(field))?.code ?? null;
}

function point(
  value: number,
  problem: string | null,
  links: readonly Link[],
  runs: readonly LaneFigures[],
): SweepPoint {
  const starts = runs.flatMap(({ startupDelayMs }) => startupDelayMs ?? []);
  const hardness = runs.map((run) => (run.endedMs === null ? Infinity : run.stallTotalMs));
  const smooth = runs.filter(({ endedMs, stallCount }) => endedMs !== null && stallCount === 0);
  return {
    value,
    startupDelayMs: starts.length === 0 ? null : spread(starts),
    stallTotalMs: spread(runs.map(({ stallTotalMs }) => stallTotalMs)),
    stallCount: spread(runs.map(({ stallCount }) => stallCount)),
    smoothRuns: smooth.length,
    runs: runs.length,
    hardestSeed: links[hardness.indexOf(Math.max(...hardness))]?.seed ?? 0,
    problem,
  };
}

/** Mean, least and most; of nothing all are 0. */
function spread(values: readonly number[]): Spread {
  if (values.length === 0) return { mean: 0, min: 0, max: 0 };
  const sum = values.reduce((total, value) => total + value, 0);
  return { mean: sum / values.length, min: Math.min(...values), max: Math.max(...values) };
}
