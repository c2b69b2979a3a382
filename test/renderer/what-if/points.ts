import type { SweepPoint } from '../../../model/sweep/types';

/** A point whose runs came to these figures, ms; `smooth` of its twelve runs never stalled. */
export function point(
  value: number,
  startupMs: number | null,
  stallMs: number,
  change: Partial<SweepPoint> = {},
): SweepPoint {
  const spread = (mean: number) => ({ mean, min: mean * 0.9, max: mean * 1.2 });
  return {
    value,
    startupDelayMs: startupMs === null ? null : spread(startupMs),
    stallTotalMs: spread(stallMs),
    stallCount: spread(stallMs > 0 ? 1 : 0),
    smoothRuns: stallMs > 0 || startupMs === null ? 6 : 12,
    runs: 12,
    hardestSeed: 3,
    problem: null,
    ...change,
  };
}

/** A point whose settings cannot be run. */
export const noRun = (value: number): SweepPoint =>
  point(value, null, 0, { runs: 0, smoothRuns: 0, problem: 'prefetch-does-not-fit' });
