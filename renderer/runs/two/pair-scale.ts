import type { LaneLog } from '../../../model/run/schema';
import type { TwoRuns } from '../../../model/runs/two/compare-two';
import { momentOf } from '../../../model/runs/two/differences';
import { axisUntil, type Axis } from '../../charts/axes';
import { mostValue, valueAt, type ChartField } from '../../charts/series';

/** What is drawn of two lanes, one over the other. */
export const PAIR_CHARTS = ['occupancy', 'played', 'memory'] as const;
export type PairKind = (typeof PAIR_CHARTS)[number];

/** The sample field of a chart, and whether all methods have it on one scale. */
export const FIELD: Readonly<Record<PairKind, ChartField>> = {
  occupancy: 'bufferedBytes',
  played: 'positionS',
  memory: 'rssBytes',
};

/** The time axis has at most so many steps. */
const TIME_STEPS = 4;

/** A comparison begins with so much of both runs, ms, or with what they differ in and a little more. */
const FIRST_MS = 60_000;
const BEHIND = 1.15;

/** How much of two runs is shown first, ms: all of them where that is not much more. */
export function firstMs({ verdict }: Pick<TwoRuns, 'verdict'>, wholeMs: number): number {
  const moments = verdict.says === 'differ' ? [verdict.first, verdict.then] : [];
  const lastMs = Math.max(
    ...[0, ...moments.map((each) => (each ? momentOf(each) : 0))].filter(Number.isFinite),
  );
  const wanted = Math.max(FIRST_MS, lastMs * BEHIND);
  return wholeMs <= wanted * 1.5 ? wholeMs : wanted;
}

/** The time axis of all charts, seconds. */
export const pairTime = (untilMs: number): Axis =>
  axisUntil(Math.max(1, untilMs / 1000), TIME_STEPS);

/** The part of a lane that is shown. */
export const shownPart = (lane: LaneLog, untilMs: number): LaneLog => ({
  ...lane,
  samples: lane.samples.filter(({ tMs }) => tMs <= untilMs),
});

/** The most of a field in any of these lanes, at least what makes an axis. */
export const mostOf = (lanes: readonly LaneLog[], kind: PairKind): number =>
  Math.max(0.1, mostValue(lanes, FIELD[kind]));

/** Where two curves are looked at for where they are furthest apart. */
const LOOKS = 120;

/** Curves that are nowhere further apart than this share of their axis need no letters. */
const APART = 0.06;

/** Where two curves are furthest apart: the moment, s, and both values; null where they are all but one line. */
export function furthestApart(
  [a, b]: readonly [LaneLog, LaneLog],
  field: ChartField,
  endS: number,
  endV: number,
): { t: number; a: number; b: number } | null {
  let found: { t: number; a: number; b: number } | null = null;
  let most = APART * endV;
  // Letters at an edge would leave the plot.
  for (let i = 3; i < LOOKS - 3; i += 1) {
    const t = (i / LOOKS) * endS;
    const [one, two] = [a, b].map((lane) =>
      (lane.samples.at(-1)?.tMs ?? 0) < t * 1000 ? null : valueAt(lane, field, t * 1000),
    );
    if (one === undefined || two === undefined || one === null || two === null) continue;
    if (Math.abs(one - two) <= most) continue;
    most = Math.abs(one - two);
    found = { t, a: one, b: two };
  }
  return found;
}
