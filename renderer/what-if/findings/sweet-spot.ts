import { sweetSpot } from '../../../model/sweep/sweep';
import type { SweepAxis, SweepPoint } from '../../../model/sweep/types';

/** On these axes less is safer, so the spot to look for is the largest value up to which nothing stalls. */
const LESS_IS_SAFER: readonly SweepAxis[] = ['chunk', 'outage'];

/** True when on an axis less is safer. */
export const isUpperBound = (axis: SweepAxis): boolean => LESS_IS_SAFER.includes(axis);

/** True when every run at a point played through without a stall. */
export const isSmooth = ({ runs, smoothRuns }: SweepPoint): boolean =>
  runs > 0 && smoothRuns === runs;

/** The value to look for: the least without a stall in any run, or the largest up to which none has one. */
export function sweetSpotOf(axis: SweepAxis, points: readonly SweepPoint[]): number | null {
  const run = runnable(points);
  if (!isUpperBound(axis)) return sweetSpot(run);
  const first = run.findIndex((point) => !isSmooth(point));
  return run[(first < 0 ? run.length : first) - 1]?.value ?? null;
}

/** The points whose settings can be run. */
export const runnable = (points: readonly SweepPoint[]): SweepPoint[] =>
  points.filter(({ problem }) => problem === null);

/** The hardest seed: where the spot is decided, at the nearest value that still stalls. */
export function hardestSeed(axis: SweepAxis, points: readonly SweepPoint[]): number | null {
  const run = runnable(points);
  const rough = run.filter((point) => !isSmooth(point));
  const deciding = isUpperBound(axis) ? rough[0] : rough.at(-1);
  return (deciding ?? run[0])?.hardestSeed ?? null;
}
