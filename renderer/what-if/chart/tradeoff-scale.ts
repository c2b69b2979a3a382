import type { SweepPoint } from '../../../model/sweep/types';

/** One value of a sweep as the chart draws it, seconds; nothing where there is nothing to draw. */
export interface TradeoffRow {
  x: number;
  delay: number | null;
  delayBand: [number, number] | null;
  stall: number | null;
  stallBand: [number, number] | null;
}

/** The points of a sweep as rows. */
export function tradeoffRows(points: readonly SweepPoint[]): TradeoffRow[] {
  return points.map(({ value, problem, startupDelayMs: delay, stallTotalMs: stall }) => ({
    x: value,
    delay: delay && delay.mean / 1000,
    delayBand: delay && [delay.min / 1000, delay.max / 1000],
    stall: problem || !delay ? null : stall.mean / 1000,
    stallBand: problem || !delay ? null : [stall.min / 1000, stall.max / 1000],
  }));
}

/** The most seconds that any point reaches. */
export function mostSeconds(points: readonly SweepPoint[]): number {
  const most = points.flatMap(({ problem, startupDelayMs, stallTotalMs }) =>
    problem ? [] : [startupDelayMs?.max ?? 0, stallTotalMs.max],
  );
  return Math.max(0, ...most) / 1000;
}

/** A stretch of the axis whose settings cannot be run, and why. */
export interface ProblemStretch {
  from: number;
  to: number;
  code: string;
}

/** The stretches without a run: from the last value that ran, or the axis's end, to the next that does. */
export function problemStretches(
  points: readonly SweepPoint[],
  from: number,
  to: number,
): ProblemStretch[] {
  const stretches: ProblemStretch[] = [];
  points.forEach(({ problem, value }, i) => {
    if (problem === null) return;
    const last = stretches.at(-1);
    const before = points[i - 1];
    const next = points[i + 1];
    const end = next ? (next.problem === null ? next.value : value) : to;
    if (last && before?.problem === problem) last.to = end;
    else stretches.push({ from: before ? before.value : from, to: end, code: problem });
  });
  return stretches;
}
