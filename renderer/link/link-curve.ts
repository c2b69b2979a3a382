import type { DownTime } from '../../model/run/schema';
import type { Link, RateCurve } from '../../model/link/types';
import { rateColumns, type RateColumn } from './rate-columns';

/** From `t` (seconds) on the link carries `rate` (MB/s). */
export interface RateStep {
  t: number;
  rate: number;
}

/** The rate of a link from 0 to `untilMs`, as steps, with what the hand cut; the last step is at the end. */
export function rateSteps(link: Link, outages: readonly DownTime[], untilMs: number): RateStep[] {
  const cuts = outages.filter(({ byHand }) => byHand);
  const edges = new Set([0, ...cuts.flatMap(({ fromMs, toMs }) => [fromMs, toMs])]);
  for (let t = link.changeAfter(0); t < untilMs; t = link.changeAfter(t)) edges.add(t);
  const rateAt = (ms: number): number =>
    cuts.some(({ fromMs, toMs }) => ms >= fromMs && ms < toMs) ? 0 : link.rateAt(ms) / 1e6;
  const inside = [...edges].filter((ms) => ms < untilMs).sort((a, b) => a - b);
  const steps = inside.map((ms) => ({ t: ms / 1000, rate: rateAt(ms) }));
  const last = steps.at(-1);
  if (last && untilMs > 0) steps.push({ t: untilMs / 1000, rate: last.rate });
  return steps;
}

const curves = new WeakMap<Link, { endMs: number; curve: RateCurve }>();

/** The rate of a link up to endMs, kept until another end is asked for. */
export function curveUntil(link: Link, endMs: number): RateCurve {
  const known = curves.get(link);
  if (known?.endMs === endMs) return known.curve;
  const curve = linkCurveUntil(link, endMs);
  curves.set(link, { endMs, curve });
  return curve;
}

/** The columns of a dense curve up to `untilMs` with what the hand cut; `width` is that of one, ms. */
export function sparkColumns(
  curve: RateCurve,
  outages: readonly DownTime[],
  untilMs: number,
  width: number,
): RateColumn[] {
  if (untilMs <= 0) return [];
  const whole = Math.floor(untilMs / width);
  const columns = rateColumns(curve, 0, whole * width, whole);
  if (whole * width < untilMs) columns.push(...rateColumns(curve, whole * width, untilMs, 1));
  const cuts = outages.filter(({ byHand }) => byHand);
  return cuts.length === 0 ? columns : columns.map((column) => cutColumn(column, cuts));
}

function cutColumn(column: RateColumn, cuts: readonly DownTime[]): RateColumn {
  const { fromMs, toMs, mean, max } = column;
  let cutMs = 0;
  for (const cut of cuts)
    cutMs += Math.max(0, Math.min(toMs, cut.toMs) - Math.max(fromMs, cut.fromMs));
  if (cutMs === 0) return column;
  const share = Math.max(0, 1 - cutMs / (toMs - fromMs));
  return { fromMs, toMs, min: 0, mean: mean * share, max: share === 0 ? 0 : max };
}

/** The rate of a link from 0 to untilMs, as a curve without a period; a link without a limit has an infinite rate. */
function linkCurveUntil(link: Link, untilMs: number): RateCurve {
  const fromMs: number[] = [];
  const rate: number[] = [];
  for (let tMs = 0; tMs < untilMs; tMs = link.changeAfter(tMs)) {
    fromMs.push(tMs);
    rate.push(link.rateAt(tMs));
  }
  return { fromMs: Float64Array.from(fromMs), rate: Float64Array.from(rate), periodMs: Infinity };
}
