import type { LinkSpec, RateCurve } from '../../../model/link/types';
import type { Scenario, SweepAxis } from '../../../model/sweep/types';
import type { DetailQuery, Rest, SweepQuery } from '../worker/messages';
import { axisRange, type AxisRange, nearestValue } from './axis-values';
import { hasOutages, hasRate, isSeedless, outageLength, tunedLink } from './room-link';
import type { RoomSource } from './room-source';
import { type RoomState, room } from './room-state';
import { stripValues } from './timeline-values';
import type { Step } from '../chart/drag-surface';

/** All that follows from what is set: the scenario, its axis and the value chosen on it. */
export interface Setup {
  source: RoomSource;
  /** The link before the sliders. */
  base: LinkSpec;
  /** With the chosen value in it. */
  scenario: Scenario;
  range: AxisRange;
  chosen: number;
  seeds: readonly number[];
  /** The same for every seed. */
  seedless: boolean;
}

/** The part of the room's state that the model depends on. */
export type SetupState = Pick<
  RoomState,
  'axis' | 'reach' | 'seedCount' | 'settings' | 'rate' | 'outageMs'
>;

/** What the state comes to for a source and a link. */
export function setupOf(state: SetupState, source: RoomSource, base: LinkSpec): Setup {
  const link = tunedLink(base, state.rate, state.outageMs);
  const scenario: Scenario = {
    method: 'buffering',
    settings: state.settings,
    link,
    media: source.shape,
  };
  const axis = axisPossible(state.axis, link) ? state.axis : 'prefetch';
  const chosen = axisValue(scenario, axis);
  const seedless = isSeedless(link);
  const count = seedless ? 1 : state.seedCount;
  return {
    source,
    base,
    scenario,
    range: axisRange(axis, source, state.reach, chosen, base.rate),
    chosen,
    seeds: Array.from({ length: count }, (_, i) => i + 1),
    seedless,
  };
}

/** True when a link has what an axis varies. */
export function axisPossible(axis: SweepAxis, link: LinkSpec): boolean {
  if (axis === 'rate') return hasRate(link);
  return axis !== 'outage' || hasOutages(link);
}

/** The value of an axis in a scenario; bytes, bytes per second or ms. */
export function axisValue({ settings, link }: Scenario, axis: SweepAxis): number {
  switch (axis) {
    case 'prefetch':
      return settings.prefetchBytes;
    case 'chunk':
      return settings.chunkBytes;
    case 'ahead':
      return settings.maxAheadBytes;
    case 'rate':
      return link.rate;
    case 'outage':
      return outageLength(link);
  }
}

/** What sets one value of an axis in the room's state. */
export function stateChange(
  state: Pick<RoomState, 'settings'>,
  axis: SweepAxis,
  value: number,
): Partial<RoomState> {
  const { settings } = state;
  const startMs = null;
  switch (axis) {
    case 'prefetch':
      return { startMs, settings: { ...settings, prefetchBytes: value } };
    case 'chunk':
      return { startMs, settings: { ...settings, chunkBytes: value } };
    case 'ahead':
      return { startMs, settings: { ...settings, maxAheadBytes: value } };
    case 'rate':
      return { startMs, rate: value };
    case 'outage':
      return { startMs, outageMs: value };
  }
}

/** The sweep of a set-up: the same whatever value of its axis is chosen. */
export function sweepOrder({ scenario, range, seeds }: Setup): SweepQuery {
  const { axis, values } = range;
  const { method, settings, link } = scenario;
  return { scenario: { method, settings, link }, axis, values, seeds };
}

/** What tells one set-up's sweep from another's; the value chosen on the axis does not. */
export function sweepKey({ source, base, scenario, range, seeds }: Setup): string {
  const { axis, values } = range;
  const { curve, ...link } = scenario.link;
  const [rate, outages] = [link.rate, link.outages.map(({ fromMs, toMs }) => [fromMs, toMs])];
  const parts = {
    ...scenario.settings,
    ...link,
    source: source.id,
    curve: base.curve ? identityOf(base.curve) : 0,
    rate: axis === 'rate' ? 0 : rate,
    outages: axis === 'outage' ? outages.map(([fromMs]) => fromMs) : outages,
    ...(axis === 'prefetch' && { prefetchBytes: 0 }),
    ...(axis === 'chunk' && { chunkBytes: 0 }),
    ...(axis === 'ahead' && { maxAheadBytes: 0 }),
  };
  return JSON.stringify([axis, values, seeds.length, parts, curve === null]);
}

const identities = new WeakMap<RateCurve, number>();
let known = 0;

/** A number for each curve that there is: a million steps are not compared one by one. */
function identityOf(curve: RateCurve): number {
  const identity = identities.get(curve) ?? ++known;
  identities.set(curve, identity);
  return identity;
}

/** What is shown of the chosen value, for the hardest seed there. */
export function detailOrder(
  { scenario, range, chosen, seeds }: Setup,
  seed: number,
  runnable: readonly number[],
  rest: Rest,
): DetailQuery {
  const { method, settings, link } = scenario;
  return {
    scenario: { method, settings, link },
    axis: range.axis,
    value: chosen,
    strips: stripValues(runnable, chosen),
    seed,
    seeds,
    rest,
  };
}

/** Sets one value of an axis: of the settings, or of the link. */
export function setValue(axis: SweepAxis, value: number): void {
  room.setState(stateChange(room.getState(), axis, value));
}

/** Sets how many chunks are read ahead. */
export function setReadAhead(readAheadChunks: number): void {
  room.setState({ settings: { ...room.getState().settings, readAheadChunks } });
}

/** Chooses the value of a range that lies nearest to this one. */
export function chooseNear(range: AxisRange, value: number): void {
  const nearest = range.values[nearestValue(range, value)];
  if (nearest !== undefined) setValue(range.axis, nearest);
}

/** Moves the chosen value by steps of its axis, or to an end. */
export function chooseBy(range: AxisRange, chosen: number, step: Step): void {
  const value = steppedValue(range.values, chosen, step);
  if (value !== chosen) setValue(range.axis, value);
}

/** The value so many steps further, within the axis. */
export function steppedValue(values: readonly number[], chosen: number, step: Step): number {
  const last = values.length - 1;
  const at = values.indexOf(chosen);
  const to = step === 'first' ? 0 : step === 'last' ? last : at + step;
  return values[Math.min(last, Math.max(0, to))] ?? chosen;
}
