import type { DownTime } from '../../model/run/schema';
import type { Link } from '../../model/link/types';
import type { RateColumn } from './rate-columns';
import { curveUntil, rateSteps, sparkColumns, type RateStep } from './link-curve';

/** The curve of the link panel. */
export interface Sparkline {
  /** The rate, or of a dense curve the mean of each column. */
  steps: readonly RateStep[];
  /** Lowest and highest around a mean; empty when the steps are exact. */
  columns: readonly RateColumn[];
  /** Before the start: what is to come, not what was. */
  comes: boolean;
}

/** No curve at all. */
export const NOTHING: Sparkline = { steps: [], columns: [], comes: false };

/** More steps than this on the axis are drawn as columns of so many px. */
const MAX_STEPS = 300;
const COLUMN_PX = 1.5;

/** What the panel draws of a link at a moment, on an axis that ends at endS (seconds) and is so wide, px. */
export function sparkline(
  link: Link,
  outages: readonly DownTime[],
  nowMs: number,
  endS: number,
  widthPx: number,
): Sparkline {
  const comes = nowMs === 0;
  const endMs = endS * 1000;
  const untilMs = comes ? endMs : nowMs;
  const curve = curveUntil(link, endMs);
  if (curve.fromMs.length <= MAX_STEPS) {
    return { steps: rateSteps(link, outages, untilMs), columns: [], comes };
  }
  const columns = sparkColumns(curve, outages, untilMs, (endMs / widthPx) * COLUMN_PX);
  const steps = columns.map(({ fromMs, mean }) => ({ t: fromMs / 1000, rate: mean / 1e6 }));
  const last = steps.at(-1);
  if (last) steps.push({ t: untilMs / 1000, rate: last.rate });
  return { steps, columns, comes };
}
