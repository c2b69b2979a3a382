import type { Link, RateCurve } from '../../model/link/types';

/** The rate of a link from 0 to untilMs, as a curve without a period; a link without a limit has an infinite rate. */
export function linkCurveUntil(link: Link, untilMs: number): RateCurve {
  const fromMs: number[] = [];
  const rate: number[] = [];
  for (let tMs = 0; tMs < untilMs; tMs = link.changeAfter(tMs)) {
    fromMs.push(tMs);
    rate.push(link.rateAt(tMs));
  }
  return { fromMs: Float64Array.from(fromMs), rate: Float64Array.from(rate), periodMs: Infinity };
}
