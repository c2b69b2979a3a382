import { randomAt } from './random';
import type { RateSegment } from './rate-curve';
import type { Outage } from './types';

/** A link of one rate (bytes per second) that carries nothing in its outages. */
export function dropoutSegments(rate: number, outages: readonly Outage[]): RateSegment[] {
  const segments: RateSegment[] = outages[0]?.fromMs === 0 ? [] : [{ fromMs: 0, rate }];
  for (const outage of outages) {
    segments.push({ fromMs: outage.fromMs, rate: 0 }, { fromMs: outage.toMs, rate });
  }
  return segments;
}

/** Share of rate changes that are followed by an outage: about one in 15 s. */
const OUTAGE_SHARE = 0.15;

/**
 * An unstable link: for 10 minutes, after which all repeats, the rate changes every 0.5 to 4 s to
 * between 0.4 and 1.6 of a level at which the mean, outages of 0.3 to 3 s included, is `rate`.
 */
export function unstableSegments(
  rate: number,
  seed: number,
): { segments: RateSegment[]; periodMs: number } {
  const segments: RateSegment[] = [];
  let n = 0;
  const between = (low: number, high: number): number => low + (high - low) * randomAt(seed, n++);
  let tMs = 0;
  let weight = 0;
  while (tMs < 600_000) {
    const lengthMs = Math.round(between(500, 4000));
    const share = between(0.4, 1.6);
    segments.push({ fromMs: tMs, rate: share });
    weight += share * lengthMs;
    tMs += lengthMs;
    if (between(0, 1) < OUTAGE_SHARE) {
      segments.push({ fromMs: tMs, rate: 0 });
      tMs += Math.round(between(300, 3000));
    }
  }
  const level = (rate * tMs) / weight;
  for (const segment of segments) segment.rate *= level;
  return { segments, periodMs: tMs };
}
