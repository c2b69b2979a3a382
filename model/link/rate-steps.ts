import { createLink } from './link';
import { curveOfSegments, type RateSegment } from './rate-curve';
import { stepsSpec } from './spec/presets';
import type { LinkSpec } from './types';

/** A rate that holds from a moment of the run's clock on, ms and bytes per second. */
export interface RateStep {
  atMs: number;
  rate: number;
}

/** Kinds of link whose rate a step can change: they end in one rate, so the changes are finite. */
const STEPPED: readonly LinkSpec['kind'][] = ['constant', 'dropouts', 'steps'];

/** Whether `withRateSteps` can change the rate of a link. */
export function takesRateSteps({ kind, curve }: LinkSpec): boolean {
  return STEPPED.includes(kind) && (curve?.periodMs ?? Infinity) === Infinity;
}

/**
 * The link with these rates in it, ascending in time, as steps: it is down when it was, and else at the newest rate. Times
 * are to the microsecond, as a link's text has them, so that the text is the same link.
 */
export function withRateSteps(spec: LinkSpec, seed: number, given: readonly RateStep[]): LinkSpec {
  if (given.length === 0) return spec;
  const rates = given.map(({ atMs, rate }) => ({ atMs: Math.round(atMs * 1000) / 1000, rate }));
  const link = createLink(spec, seed);
  const moments = new Set([0, ...rates.map(({ atMs }) => atMs)]);
  for (let tMs = 0; tMs !== Infinity; tMs = link.changeAfter(tMs)) moments.add(tMs);
  const segments: RateSegment[] = [];
  for (const fromMs of [...moments].sort((a, b) => a - b)) {
    const own = link.rateAt(fromMs);
    const newest = rates.findLast(({ atMs }) => atMs <= fromMs);
    const rate = own === 0 ? 0 : (newest?.rate ?? own);
    if (segments.at(-1)?.rate !== rate) segments.push({ fromMs, rate });
  }
  const { latencyMs, jitterMs } = spec;
  return { ...stepsSpec(curveOfSegments(segments)), latencyMs, jitterMs };
}
