import { curveOfSegments } from '../../model/link/rate-curve';
import type { Outage, RateCurve } from '../../model/link/types';
import { levelAt, MIN_LENGTH_MS, type Draft, type Step } from './draft';

/** The rate that a draft means: its steps, with nothing where an outage lies over them. */
export function curveOfDraft(draft: Draft): RateCurve {
  const { steps, outages, lengthMs, repeats } = draft;
  const starts: Step[] = steps.filter(
    ({ fromMs }) => !outages.some((outage) => fromMs >= outage.fromMs && fromMs <= outage.toMs),
  );
  for (const { fromMs, toMs } of outages) {
    starts.push({ fromMs, rate: 0 });
    // At the end of a cycle all begins again; otherwise an outage ends, also at the very end.
    if (toMs < lengthMs || !repeats) starts.push({ fromMs: toMs, rate: levelAt(draft, toMs) });
  }
  starts.sort((a, b) => a.fromMs - b.fromMs);
  // An outage beside a step at zero is one silence with it.
  const apart = starts.filter(({ rate }, i) => rate > 0 || starts[i - 1]?.rate !== 0);
  return curveOfSegments(apart, repeats ? lengthMs : Infinity);
}

/** A curve as a draft: each silent stretch that ends becomes an outage over the rate before it. */
export function draftOfCurve(curve: RateCurve, latencyMs: number, jitterMs: number): Draft {
  const { fromMs, rate, periodMs } = curve;
  const repeats = periodMs !== Infinity;
  const steps: Step[] = [];
  const outages: Outage[] = [];
  let silentMs: number | null = null;
  for (let i = 0; i < fromMs.length; i += 1) {
    const tMs = fromMs[i] ?? 0;
    const level = rate[i] ?? 0;
    if (level === 0) {
      silentMs ??= tMs;
      continue;
    }
    if (silentMs !== null) outages.push({ fromMs: silentMs, toMs: tMs });
    const behindOutage = silentMs !== null;
    silentMs = null;
    const before = steps.at(-1);
    if (before === undefined) steps.push({ fromMs: 0, rate: level });
    else if (!behindOutage || before.rate !== level) steps.push({ fromMs: tMs, rate: level });
  }
  const lengthMs = repeats ? periodMs : drawnLength(fromMs.at(-1) ?? 0);
  if (steps.length === 0) steps.push({ fromMs: 0, rate: 0 });
  else if (silentMs !== null && repeats) outages.push({ fromMs: silentMs, toMs: lengthMs });
  // Silence without an end is no outage: it is the rate that holds.
  else if (silentMs !== null) steps.push({ fromMs: silentMs, rate: 0 });
  return { steps, outages, lengthMs, repeats, latencyMs, jitterMs };
}

/** How far a curve without a period is drawn, ms: a minute, or a quarter beyond its last start. */
export function drawnLength(lastMs: number): number {
  return Math.max(60_000, MIN_LENGTH_MS, Math.ceil((lastMs * 1.25) / 10_000) * 10_000);
}

/** Where a curve carries nothing for at least so long before untilMs, within its first cycle, ascending and apart. */
export function silentStretches(
  { fromMs, rate }: RateCurve,
  untilMs: number,
  leastMs = 0,
): Outage[] {
  const silent: Outage[] = [];
  for (let i = 0; i < fromMs.length; i += 1) {
    const begins = fromMs[i] ?? 0;
    if (begins >= untilMs) break;
    if (rate[i] !== 0) continue;
    const ends = Math.min(untilMs, fromMs[i + 1] ?? untilMs);
    const last = silent.at(-1);
    if (last?.toMs === begins) last.toMs = ends;
    else silent.push({ fromMs: begins, toMs: ends });
  }
  return silent.filter((each) => each.toMs - each.fromMs >= leastMs);
}
