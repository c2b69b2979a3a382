import { MIN_OUTAGE_MS } from '../../model/link/link';
import type { Outage, RateCurve } from '../../model/link/types';
import { rateColumns } from '../link/rate-columns';
import { drawnLength, silentStretches } from './draft-curve';
import { MIN_LENGTH_MS, MIN_MS, type Draft, type Step } from './draft';
import { drawableRate } from './step-edits';

/** A copy for editing has at most so many steps, outages included. */
export const MAX_COPIED = 240;
const MAX_OUTAGES = 60;

/** A copy that can be edited, and what it lost. */
export interface Resampled {
  draft: Draft;
  /** Steps of the whole curve. */
  before: number;
  /** Each step of the copy is the mean of so long, ms. */
  cellMs: number;
  /** Silent stretches, gaps between packets not counted, that are no outage in the copy. */
  lostOutages: number;
}

/** A long curve as at most MAX_COPIED steps: the longest outages as they are, between them means that carry the same bytes. */
export function resample(curve: RateCurve, latencyMs: number, jitterMs: number): Resampled {
  const repeats = curve.periodMs !== Infinity;
  const lastMs = curve.fromMs.at(-1) ?? 0;
  const lengthMs = repeats ? curve.periodMs : drawnLength(lastMs);
  const coveredMs = Math.max(MIN_LENGTH_MS, repeats ? lengthMs : Math.ceil(lastMs));
  const silent = silentStretches(curve, coveredMs, MIN_OUTAGE_MS);
  const outages = silent
    .map(({ fromMs, toMs }) => ({ fromMs: Math.ceil(fromMs), toMs: Math.floor(toMs) }))
    .filter(({ fromMs, toMs }) => toMs > fromMs)
    .sort((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs))
    .slice(0, MAX_OUTAGES)
    .sort((a, b) => a.fromMs - b.fromMs);
  // One step is kept for the rate that holds behind the last start.
  const cells = MAX_COPIED - 1 - 2 * outages.length;
  const cellMs = Math.max(1, Math.ceil(coveredMs / cells));
  const steps = cellMeans(curve, outages, coveredMs, cellMs);
  const held = drawableRate(curve.rate.at(-1) ?? 0);
  if (!repeats && steps.at(-1)?.rate !== held) steps.push({ fromMs: coveredMs, rate: held });
  return {
    draft: { steps, outages, lengthMs, repeats, latencyMs, jitterMs },
    before: curve.fromMs.length,
    cellMs,
    lostOutages: silent.length - outages.length,
  };
}

/** Each cell's mean over the time in which no kept outage lies over it; equal neighbours are one step. */
function cellMeans(
  curve: RateCurve,
  outages: readonly Outage[],
  untilMs: number,
  cellMs: number,
): Step[] {
  const whole = Math.floor(untilMs / cellMs);
  const cells = rateColumns(curve, 0, whole * cellMs, whole);
  if (whole * cellMs < untilMs) cells.push(...rateColumns(curve, whole * cellMs, untilMs, 1));
  const steps: Step[] = [];
  for (const { fromMs, toMs, mean } of cells) {
    const openMs = toMs - fromMs - coveredBy(outages, fromMs, toMs);
    // A cell that lies in an outage goes on as the one before it, or begins as the one behind it.
    if (openMs <= 0 || (mean === 0 && openMs < MIN_MS)) continue;
    const rate = drawableRate((mean * (toMs - fromMs)) / openMs);
    const before = steps.at(-1);
    if (before === undefined) steps.push({ fromMs: 0, rate });
    else if (rate !== before.rate) steps.push({ fromMs, rate });
  }
  return steps.length > 0 ? steps : [{ fromMs: 0, rate: 0 }];
}

function coveredBy(outages: readonly Outage[], fromMs: number, toMs: number): number {
  let ms = 0;
  for (const outage of outages)
    ms += Math.max(0, Math.min(toMs, outage.toMs) - Math.max(fromMs, outage.fromMs));
  return ms;
}
