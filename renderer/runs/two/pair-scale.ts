import { range } from 'd3-array';
import type { LaneLog } from '../../../model/run/schema';
import type { TwoRuns } from '../../../model/runs/two/compare-two';
import { momentOf } from '../../../model/runs/two/differences';
import { axisUntil, type Axis } from '../../charts/axes';
import { mostValue, valueAt, type ChartField, type Extent } from '../../charts/series';

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

/** A value axis reaches at least here, MB or s: what was not measured has an axis too. */
const FLOOR: Readonly<Record<PairKind, number>> = { occupancy: 0.1, played: 1, memory: 80 };

/** The most of a field in any of these lanes, at least what makes an axis. */
export const mostOf = (lanes: readonly LaneLog[], kind: PairKind): number =>
  Math.max(FLOOR[kind], mostValue(lanes, FIELD[kind]));

/** A value axis has at most so many steps; a low chart writes only its ends. */
const VALUE_STEPS = 3;

/** The value axis that reaches a value: the same one in a high chart and in a low one. */
export function pairAxis(most: number, low: boolean): Axis {
  const axis = axisUntil(most, VALUE_STEPS);
  return low ? { ...axis, ticks: [axis.from, axis.end] } : axis;
}

/** Where two curves are looked at for where they are furthest apart. */
const LOOKS = 120;

/** Letters at an edge would leave the plot, and one beside a curve stands clear of it so many looks to each side. */
const EDGE = 4;
const CLEAR = 3;

/** Curves that are nowhere further apart than this share of their axis need no letters. */
const APART = 0.06;

/** Where two curves are furthest apart: the moment, s, and where a letter is clear of each; null of all but one line. */
export function furthestApart(
  [a, b]: readonly [LaneLog, LaneLog],
  field: ChartField,
  { endS, endV }: Extent,
): { t: number; upper: number; lower: number; aIsUpper: boolean } | null {
  const at = (lane: LaneLog, look: number): number | null => {
    const tMs = (look / LOOKS) * endS * 1000;
    return (lane.samples.at(-1)?.tMs ?? 0) < tMs ? null : valueAt(lane, field, tMs);
  };
  let found: { look: number; aIsUpper: boolean } | null = null;
  let most = APART * endV;
  for (let look = EDGE; look < LOOKS - EDGE; look += 1) {
    const [one, two] = [at(a, look), at(b, look)];
    if (one === null || two === null || Math.abs(one - two) <= most) continue;
    most = Math.abs(one - two);
    found = { look, aIsUpper: one > two };
  }
  if (!found) return null;
  const { look, aIsUpper } = found;
  const around = (lane: LaneLog): number[] =>
    range(look - CLEAR, look + CLEAR + 1).flatMap((each) => at(lane, each) ?? []);
  return {
    t: (look / LOOKS) * endS,
    upper: Math.max(...around(aIsUpper ? a : b)),
    lower: Math.min(...around(aIsUpper ? b : a)),
    aIsUpper,
  };
}
