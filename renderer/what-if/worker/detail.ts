import { METHODS } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import type { Link } from '../../../model/link/types';
import { durationOf, type SourceShape } from '../../../model/media/source';
import { simulate } from '../../../model/run/simulate';
import { arrivalCurve } from '../../../model/scenario/curves';
import { leastPrefetch } from '../../../model/scenario/least-prefetch';
import { sweep } from '../../../model/scenario/sweep';
import { atValue } from '../../../model/scenario/sweep-axis';
import type { LeastPrefetch, Scenario } from '../../../model/scenario/types';
import { leastStart, needCurve, thinCurve } from './curves';
import type { CumulativeCurves, Detail, DetailOrder, MethodPoint, Strip } from './messages';

/** Everything that is shown of the chosen value. */
export function detailOf(order: DetailOrder, media: SourceShape): Detail {
  const scenario: Scenario = { ...order.scenario, media };
  const chosen = atValue(scenario, order.axis, order.value);
  const strips = order.strips.map((value) =>
    stripOf(value, atValue(scenario, order.axis, value), order.seed),
  );
  const own = strips.find(({ value }) => value === order.value);
  const link = createLink(chosen.link, order.seed);
  return {
    value: order.value,
    seed: order.seed,
    strips,
    curves: curvesOf(chosen, link, own?.startMs ?? null),
    methods: METHODS.map((method) => methodPoint({ ...chosen, method }, order)),
    least: {
      hardest: leastPrefetch(chosen, link),
      all: leastOfAll(order.seeds.map((seed) => leastOf(chosen, seed))),
    },
  };
}

const leastOf = (scenario: Scenario, seed: number): LeastPrefetch =>
  leastPrefetch(scenario, createLink(scenario.link, seed));

/** What is enough for every seed is the most that any of them needs. */
export function leastOfAll(each: readonly LeastPrefetch[]): LeastPrefetch {
  const none = each.find(({ bytes }) => bytes === null);
  if (none) return none;
  return each.reduce((most, one) => ((one.bytes ?? 0) > (most.bytes ?? 0) ? one : most));
}

function stripOf(value: number, { method, settings, link, media }: Scenario, seed: number): Strip {
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
const MOST_LENGTHS = 3;

function curvesOf(scenario: Scenario, link: Link, startMs: number | null): CumulativeCurves {
  const { media } = scenario;
  const lengthMs = durationOf(media) * 1000;
  const arrival = arrivalCurve(scenario, link, Infinity);
  const need = needCurve(media);
  const untilMs = lengthMs * MOST_LENGTHS;
  return {
    arrival: thinCurve(arrival.filter(({ tMs }) => tMs <= untilMs)),
    need: thinCurve(need),
    startMs,
    least: leastStart(arrival, need),
  };
}

function methodPoint(scenario: Scenario, { seeds, seed }: DetailOrder): MethodPoint {
  const { method, settings, media, link } = scenario;
  // A sweep of one value gives mean, least and most as everywhere.
  const axis = 'chunk';
  const [point] = sweep({ scenario, axis, values: [settings.chunkBytes], seeds });
  const [log] = simulate({ settings: { ...settings, methods: [method] }, link, media, seed });
  if (!point || !log) throw new Error(`The model of ${method} returned nothing.`);
  return {
    method,
    startupDelayMs: point.startupDelayMs,
    stallTotalMs: point.stallTotalMs,
    heldBytes: log.memory.peakHeldBytes,
  };
}
