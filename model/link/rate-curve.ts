import type { RateCurve } from './types';

/** From `fromMs` on the rate is `rate` bytes per second, until the next segment begins. */
export interface RateSegment {
  fromMs: number;
  rate: number;
}

/** A curve of segments that ascend from 0. */
export function curveOfSegments(segments: readonly RateSegment[], periodMs = Infinity): RateCurve {
  return {
    fromMs: Float64Array.from(segments, ({ fromMs }) => fromMs),
    rate: Float64Array.from(segments, ({ rate }) => rate),
    periodMs,
  };
}

/** True when two curves have the same rate at every time. */
export function sameCurve(one: RateCurve, two: RateCurve): boolean {
  if (one === two) return true;
  return (
    one.periodMs === two.periodMs &&
    sameColumn(one.fromMs, two.fromMs) &&
    sameColumn(one.rate, two.rate)
  );
}

function sameColumn(one: Float64Array, two: Float64Array): boolean {
  return one.length === two.length && one.every((value, i) => value === two[i]);
}

/** Mean rate over a period, or up to the last start when the last rate holds, bytes per second. */
export function meanRate({ fromMs, rate, periodMs }: RateCurve): number {
  const endMs = periodMs === Infinity ? (fromMs.at(-1) ?? 0) : periodMs;
  if (endMs === 0) return rate[0] ?? 0;
  let sum = 0;
  for (let i = 0; i < fromMs.length; i += 1) {
    const toMs = fromMs[i + 1] ?? endMs;
    sum += (rate[i] ?? 0) * (toMs - (fromMs[i] ?? 0));
  }
  return sum / endMs;
}
