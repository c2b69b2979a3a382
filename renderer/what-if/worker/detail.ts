import type { SourceShape } from '../../../model/media/types';
import { METHODS } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import type { Link } from '../../../model/link/types';
import { durationOf } from '../../../model/media/source';
import { simulate } from '../../../model/run/simulate';
import { arrivalCurve } from '../../../model/sweep/curves';
import { laneFigures } from '../../../model/sweep/figures-recorder';
import { minimumPrefetch } from '../../../model/sweep/minimum-prefetch';
import { atValue } from '../../../model/sweep/sweep-axis';
import type { LaneFigures, MinimumPrefetch, Scenario, Spread } from '../../../model/sweep/types';
import { modelledMemory } from './modelled-memory';
import { minimumStart, needCurve, thinCurve } from './curves';
import type {
  CumulativeCurves,
  Detail,
  DetailQuery,
  MethodPoint,
  PlaybackTimeline,
} from './messages';

/** Everything that is shown of the chosen value, in steps that each take a few runs at most. */
export function* detailSteps(order: DetailQuery, media: SourceShape): Generator<void, Detail> {
  const scenario: Scenario = { ...order.scenario, media };
  const chosen = atValue(scenario, order.axis, order.value);
  const strips: PlaybackTimeline[] = [];
  for (const value of order.strips) {
    strips.push(stripOf(value, atValue(scenario, order.axis, value), order.seed));
    yield;
  }
  const own = strips.find(({ value }) => value === order.value);
  const link = createLink(chosen.link, order.seed);
  const curves = curvesOf(chosen, link, own?.startMs ?? null);
  yield;
  const leasts: MinimumPrefetch[] = [];
  for (const seed of order.seeds) {
    leasts.push(minimumPrefetch(chosen, createLink(chosen.link, seed)));
    yield;
  }
  const methods: MethodPoint[] = [];
  for (const method of METHODS) methods.push(yield* methodPoint({ ...chosen, method }, order));
  const least = { hardest: minimumPrefetch(chosen, link), all: minimumOfAll(leasts) };
  const memory = modelledMemory(chosen, order.seed, order.rest);
  return { value: order.value, seed: order.seed, strips, curves, methods, memory, least };
}

/** What is enough for every seed is the most that any of them needs. */
export function minimumOfAll(each: readonly MinimumPrefetch[]): MinimumPrefetch {
  const none = each.find(({ bytes }) => bytes === null);
  if (none) return none;
  return each.reduce((most, one) => ((one.bytes ?? 0) > (most.bytes ?? 0) ? one : most));
}

function stripOf(
  value: number,
  { method, settings, link, media }: Scenario,
  seed: number,
): PlaybackTimeline {
  const [log] = simulate({ settings: { ...settings, methods: [method] }, link, media, seed });
  if (!log) throw new Error(`The model of ${method} returned nothing.`);
  const { startupDelayMs, stallTotalMs, endedMs, events } = log;
  const endMs = endedMs ?? events.at(-1)?.tMs ?? 0;
  return {
    value,
    startMs: startupDelayMs,
    stalls: log.stalls.map(({ atMs, durationMs }) => ({
      fromMs: atMs,
      toMs: durationMs === null ? Infinity : atMs + durationMs,
    })),
    stalledMs: stallTotalMs,
    endedMs,
    outages: createLink(link, seed).outagesUntil(endMs),
  };
}

/** Beyond this many lengths of the source a slow arrival is cut off. */
const MAX_LENGTHS = 3;

function curvesOf(scenario: Scenario, link: Link, startMs: number | null): CumulativeCurves {
  const { media } = scenario;
  const lengthMs = durationOf(media) * 1000;
  const arrival = arrivalCurve(scenario, link, Infinity);
  const need = needCurve(media);
  const untilMs = lengthMs * MAX_LENGTHS;
  return {
    arrival: thinCurve(arrival.filter(({ tMs }) => tMs <= untilMs)),
    need: thinCurve(need),
    startMs,
    least: minimumStart(arrival, need),
  };
}

function* methodPoint(
  scenario: Scenario,
  { seeds, seed }: DetailQuery,
): Generator<void, MethodPoint> {
  const { method, settings, media, link } = scenario;
  const runs: LaneFigures[] = [];
  for (const each of seeds) {
    runs.push(laneFigures(scenario, createLink(link, each)));
    yield;
  }
  const starts = runs.flatMap(({ startupDelayMs }) => startupDelayMs ?? []);
  const [log] = simulate({ settings: { ...settings, methods: [method] }, link, media, seed });
  return {
    method,
    startupDelayMs: starts.length > 0 ? spread(starts) : null,
    stallTotalMs: spread(runs.map(({ stallTotalMs }) => stallTotalMs)),
    heldBytes: log?.memory.peakHeldBytes ?? 0,
  };
}

/** Mean, least and most of at least one value. */
const spread = (values: readonly number[]): Spread => ({
  mean: values.reduce((sum, value) => sum + value, 0) / values.length,
  min: Math.min(...values),
  max: Math.max(...values),
});
