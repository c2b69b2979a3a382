import { bisectRight } from 'd3-array';
import type { RateCurve } from '../../model/link/types';

/** What a link does in one column of a picture: its lowest, highest and mean rate, bytes per second. */
export interface RateColumn {
  fromMs: number;
  toMs: number;
  min: number;
  max: number;
  mean: number;
}

/** Index of the step of a curve that holds at a moment. */
export const stepIndexAt = ({ fromMs }: RateCurve, tMs: number): number =>
  Math.max(0, bisectRight(fromMs, tMs) - 1);

/** A stretch of a curve, within its first cycle, as `count` columns: a short outage stays visible in `min`. */
export function rateColumns(
  curve: RateCurve,
  fromMs: number,
  toMs: number,
  count: number,
): RateColumn[] {
  const columns: RateColumn[] = [];
  const width = (toMs - fromMs) / count;
  let step = stepIndexAt(curve, fromMs);
  for (let i = 0; i < count; i += 1) {
    const left = fromMs + i * width;
    const right = i + 1 === count ? toMs : left + width;
    const column = { fromMs: left, toMs: right, min: Infinity, max: 0, mean: 0 };
    for (;;) {
      const rate = curve.rate[step] ?? 0;
      const next = curve.fromMs[step + 1] ?? Infinity;
      const begins = Math.max(left, curve.fromMs[step] ?? 0);
      column.min = Math.min(column.min, rate);
      column.max = Math.max(column.max, rate);
      column.mean += rate * ((Math.min(right, next) - begins) / (right - left));
      if (next >= right) break;
      step += 1;
    }
    columns.push(column);
    // A step that begins where the column ends belongs to the next one alone.
    if ((curve.fromMs[step + 1] ?? Infinity) <= right) step += 1;
  }
  return columns;
}
